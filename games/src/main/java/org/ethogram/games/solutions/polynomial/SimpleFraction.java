package org.ethogram.games.solutions.polynomial;

import java.math.BigInteger;
import org.ethogram.games.linear.Rational;

/** The simplest fraction that a rounded number may stand for. */
final class SimpleFraction {
  private static final BigInteger LARGEST = BigInteger.valueOf(1_000_000);

  private SimpleFraction() {}

  /** The first convergent of the continued fraction within the distance, else the number itself. */
  static Rational near(double number, double distance) {
    Rational exact = Rational.of(number);
    Rational rest = exact;
    BigInteger before = BigInteger.ZERO;
    BigInteger numerator = BigInteger.ONE;
    BigInteger denominatorBefore = BigInteger.ONE;
    BigInteger denominator = BigInteger.ZERO;
    while (true) {
      BigInteger whole = rest.numerator().divide(rest.denominator());
      BigInteger nextNumerator = whole.multiply(numerator).add(before);
      BigInteger nextDenominator = whole.multiply(denominator).add(denominatorBefore);
      if (nextDenominator.compareTo(LARGEST) > 0) {
        return exact;
      }
      Rational convergent = new Rational(nextNumerator, nextDenominator);
      if (Math.abs(convergent.minus(exact).toDouble()) <= distance) {
        return convergent;
      }
      before = numerator;
      numerator = nextNumerator;
      denominatorBefore = denominator;
      denominator = nextDenominator;
      rest = Rational.ONE.over(rest.minus(new Rational(whole, BigInteger.ONE)));
    }
  }
}
