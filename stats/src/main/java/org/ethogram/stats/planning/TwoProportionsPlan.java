package org.ethogram.stats.planning;

import org.hipparchus.distribution.continuous.NormalDistribution;

/**
 * What a comparison of two independent proportions needs, with clustered trials (Fleiss, Levin and
 * Paik 2003, section 4.2, without continuity correction; the design effect multiplies the trials).
 *
 * @param alpha two-sided chance of a false claim, in (0, 1)
 * @param clusterSize trials in a cluster, at least 1
 * @param intraclassCorrelation of trials in a cluster; negative ones count as 0
 */
public record TwoProportionsPlan(double alpha, double clusterSize, double intraclassCorrelation) {
  public TwoProportionsPlan {
    if (!(alpha > 0 && alpha < 1) || !(clusterSize >= 1)) {
      throw new IllegalArgumentException("alpha " + alpha + ", cluster size " + clusterSize);
    }
  }

  /** Trials in each group, rounded up. */
  public long trials(double first, double second, double power) {
    double mean = (first + second) / 2;
    double root =
        quantile(1 - alpha / 2) * Math.sqrt(2 * mean * (1 - mean))
            + quantile(power) * Math.sqrt(first * (1 - first) + second * (1 - second));
    double independent = root * root / ((first - second) * (first - second));
    double effect = PairedPlan.designEffect(clusterSize, intraclassCorrelation);
    return (long) Math.ceil(independent * effect - 1e-9);
  }

  /** Clusters in each group, rounded up. */
  public long clusters(double first, double second, double power) {
    return (long) Math.ceil(trials(first, second, power) / clusterSize);
  }

  /** The chance to tell the proportions apart with this many trials in each group. */
  public double power(double first, double second, long trials) {
    double effect = PairedPlan.designEffect(clusterSize, intraclassCorrelation);
    double mean = (first + second) / 2;
    double shift = Math.abs(first - second) * Math.sqrt(trials / effect);
    double limit = quantile(1 - alpha / 2) * Math.sqrt(2 * mean * (1 - mean));
    double spread = Math.sqrt(first * (1 - first) + second * (1 - second));
    if (spread == 0) {
      return shift > limit ? 1 : 0;
    }
    return new NormalDistribution().cumulativeProbability((shift - limit) / spread);
  }

  private static double quantile(double probability) {
    return new NormalDistribution().inverseCumulativeProbability(probability);
  }
}
