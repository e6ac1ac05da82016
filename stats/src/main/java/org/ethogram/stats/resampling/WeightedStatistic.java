package org.ethogram.stats.resampling;

import java.util.Arrays;
import java.util.OptionalDouble;

/**
 * A statistic of units that count several times or not at all; called from several threads.
 *
 * <p>A unit is whatever is independent: an observation, or a cluster with its totals.
 */
@FunctionalInterface
public interface WeightedStatistic {
  /**
   * @param weights how often each unit counts; valid during the call only
   */
  OptionalDouble of(double[] weights);

  static WeightedStatistic mean(double[] values) {
    double[] ones = new double[values.length];
    Arrays.fill(ones, 1);
    return ratio(values, ones);
  }

  /** The sum of the numerators over the sum of the denominators, one of each a unit. */
  static WeightedStatistic ratio(double[] numerators, double[] denominators) {
    double[] above = numerators.clone();
    double[] below = denominators.clone();
    return weights -> {
      double numerator = 0;
      double denominator = 0;
      for (int unit = 0; unit < weights.length; unit++) {
        numerator += weights[unit] * above[unit];
        denominator += weights[unit] * below[unit];
      }
      return denominator == 0 ? OptionalDouble.empty() : OptionalDouble.of(numerator / denominator);
    };
  }
}
