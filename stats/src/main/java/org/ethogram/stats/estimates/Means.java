package org.ethogram.stats.estimates;

import java.util.OptionalDouble;
import org.ethogram.stats.Estimate;
import org.ethogram.stats.Interval;
import org.hipparchus.distribution.continuous.TDistribution;

/** Means of independent values whose standard error is known already. */
public final class Means {
  private Means() {}

  /**
   * The mean with Student's interval.
   *
   * @param standardError of the mean; empty where a single value does not tell it
   * @param n how many values it is the mean of
   */
  public static Estimate of(double mean, OptionalDouble standardError, int n, double level) {
    if (standardError.isEmpty()) {
      return Estimate.withoutInterval(mean, n, "a single value");
    }
    double error = standardError.getAsDouble();
    double half =
        error == 0 || n < 2
            ? error
            : new TDistribution(n - 1.0).inverseCumulativeProbability((1 + level) / 2) * error;
    return Estimate.of(
        mean, error, new Interval(mean - half, mean + half, level), n, "mean, Student's t");
  }
}
