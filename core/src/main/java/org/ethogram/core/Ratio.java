package org.ethogram.core;

import java.util.OptionalDouble;

/**
 * A rate that keeps its numerator and denominator, so that it can be pooled and be undefined.
 *
 * <p>Both are finite; the denominator is not negative. In exact play they are expected counts and
 * need not be whole. A rate over nothing is undefined, never 0.
 */
public record Ratio(double numerator, double denominator) {
  public static final Ratio UNDEFINED = new Ratio(0, 0);

  public Ratio {
    if (!Double.isFinite(numerator) || !Double.isFinite(denominator) || denominator < 0) {
      throw new IllegalArgumentException("not a ratio: " + numerator + " / " + denominator);
    }
  }

  public OptionalDouble value() {
    return denominator == 0 ? OptionalDouble.empty() : OptionalDouble.of(numerator / denominator);
  }

  public Ratio plus(Ratio other) {
    return new Ratio(numerator + other.numerator, denominator + other.denominator);
  }
}
