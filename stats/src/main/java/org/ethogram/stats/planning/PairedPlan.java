package org.ethogram.stats.planning;

import org.hipparchus.distribution.continuous.NormalDistribution;

/**
 * What a paired comparison of two subjects on shared items needs (Miller 2024, "Adding error bars
 * to evals", section 5): n = (z_alpha/2 + z_beta)^2 (omega^2 + s_A^2/K_A + s_B^2/K_B) / delta^2.
 *
 * @param alpha two-sided chance of a false claim, in (0, 1)
 * @param betweenItems omega^2: variance over items of the true difference
 * @param firstWithin s_A^2: variance of the first subject's score on one item over repeats
 * @param firstRepeats K_A: repeats of each item by the first subject, at least 1
 * @param designEffect of clustered items, at least 1; see {@link #designEffect}
 */
public record PairedPlan(
    double alpha,
    double betweenItems,
    double firstWithin,
    int firstRepeats,
    double secondWithin,
    int secondRepeats,
    double designEffect) {
  public PairedPlan {
    if (!(alpha > 0 && alpha < 1) || firstRepeats < 1 || secondRepeats < 1 || designEffect < 1) {
      throw new IllegalArgumentException(
          "alpha " + alpha + ", repeats " + firstRepeats + " and " + secondRepeats);
    }
    if (!(betweenItems >= 0 && firstWithin >= 0 && secondWithin >= 0)) {
      throw new IllegalArgumentException("a negative variance");
    }
  }

  /** Kish's 1 + (m - 1) rho for clusters of {@code size} items that correlate by rho. */
  public static double designEffect(double size, double intraclassCorrelation) {
    return Math.max(1, 1 + (size - 1) * intraclassCorrelation);
  }

  /** Items that detect a difference with this power, rounded up. */
  public long items(double difference, double power) {
    double z = quantile(1 - alpha / 2) + quantile(power);
    return (long) Math.ceil(z * z * variance() / (difference * difference) - 1e-9);
  }

  /** The chance to detect a difference with this many items. */
  public double power(double difference, long items) {
    double error = Math.sqrt(variance() / items);
    if (error == 0) {
      return difference == 0 ? alpha : 1;
    }
    NormalDistribution normal = new NormalDistribution();
    double shift = Math.abs(difference) / error;
    double limit = quantile(1 - alpha / 2);
    return normal.cumulativeProbability(shift - limit)
        + normal.cumulativeProbability(-shift - limit);
  }

  /** The smallest difference that this many items detect with this power. */
  public double detectable(long items, double power) {
    return (quantile(1 - alpha / 2) + quantile(power)) * Math.sqrt(variance() / items);
  }

  /** Of the mean difference, times items. */
  private double variance() {
    return designEffect
        * (betweenItems + firstWithin / firstRepeats + secondWithin / secondRepeats);
  }

  private static double quantile(double probability) {
    return new NormalDistribution().inverseCumulativeProbability(probability);
  }
}
