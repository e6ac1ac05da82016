package org.ethogram.games.linear;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.List;

/** An exact fraction in lowest terms with a denominator above 0. */
public record Rational(BigInteger numerator, BigInteger denominator)
    implements Comparable<Rational> {
  public static final Rational ZERO = of(0);
  public static final Rational ONE = of(1);

  public Rational {
    if (denominator.signum() == 0) {
      throw new ArithmeticException("a fraction over 0");
    }
    BigInteger divisor = numerator.gcd(denominator);
    if (denominator.signum() < 0) {
      divisor = divisor.negate();
    }
    numerator = numerator.divide(divisor);
    denominator = denominator.divide(divisor);
  }

  public static Rational of(long number) {
    return new Rational(BigInteger.valueOf(number), BigInteger.ONE);
  }

  public static Rational of(long numerator, long denominator) {
    return new Rational(BigInteger.valueOf(numerator), BigInteger.valueOf(denominator));
  }

  /** The number as it is written in decimals, so that 0.1 is a tenth. */
  public static Rational of(double number) {
    BigDecimal decimal = new BigDecimal(Double.toString(number));
    return decimal.scale() >= 0
        ? new Rational(decimal.unscaledValue(), BigInteger.TEN.pow(decimal.scale()))
        : new Rational(decimal.toBigIntegerExact(), BigInteger.ONE);
  }

  public Rational plus(Rational other) {
    return new Rational(
        numerator.multiply(other.denominator).add(other.numerator.multiply(denominator)),
        denominator.multiply(other.denominator));
  }

  public Rational minus(Rational other) {
    return plus(other.negated());
  }

  public Rational times(Rational other) {
    return new Rational(
        numerator.multiply(other.numerator), denominator.multiply(other.denominator));
  }

  public Rational over(Rational other) {
    return new Rational(
        numerator.multiply(other.denominator), denominator.multiply(other.numerator));
  }

  public Rational negated() {
    return new Rational(numerator.negate(), denominator);
  }

  /** The sum of the products of numbers at the same place. */
  public static Rational product(List<Rational> one, List<Rational> other) {
    Rational sum = ZERO;
    for (int place = 0; place < one.size(); place++) {
      if (!one.get(place).isZero() && !other.get(place).isZero()) {
        sum = sum.plus(one.get(place).times(other.get(place)));
      }
    }
    return sum;
  }

  public Rational max(Rational other) {
    return compareTo(other) >= 0 ? this : other;
  }

  public Rational min(Rational other) {
    return compareTo(other) <= 0 ? this : other;
  }

  public boolean isZero() {
    return numerator.signum() == 0;
  }

  public int sign() {
    return numerator.signum();
  }

  public double toDouble() {
    return new BigDecimal(numerator)
        .divide(new BigDecimal(denominator), MathContext.DECIMAL128)
        .doubleValue();
  }

  @Override
  public int compareTo(Rational other) {
    return numerator.multiply(other.denominator).compareTo(other.numerator.multiply(denominator));
  }

  @Override
  public String toString() {
    return denominator.equals(BigInteger.ONE)
        ? numerator.toString()
        : numerator + "/" + denominator;
  }

  /** The smallest integer that turns all numbers into integers. */
  static BigInteger commonDenominator(List<Rational> numbers) {
    return numbers.stream()
        .map(Rational::denominator)
        .reduce(BigInteger.ONE, (one, other) -> one.multiply(other.divide(one.gcd(other))));
  }

  /** The integer that this number is in units of 1 / scale, a multiple of the denominator. */
  BigInteger times(BigInteger scale) {
    return numerator.multiply(scale.divide(denominator));
  }
}
