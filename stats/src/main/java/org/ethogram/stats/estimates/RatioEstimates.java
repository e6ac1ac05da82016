package org.ethogram.stats.estimates;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.ethogram.core.Ratio;
import org.ethogram.stats.Estimate;
import org.ethogram.stats.Interval;
import org.hipparchus.distribution.continuous.TDistribution;

/**
 * Pooled ratios whose error is counted between clusters.
 *
 * <p>The value is the sum of the numerators over the sum of the denominators; its variance is the
 * linearised one of a ratio of cluster totals (Cochran 1977, "Sampling Techniques", section 6.3 and
 * 9A), with Student's t on one degree of freedom less than there are clusters. Clusters whose
 * denominator is 0 carry no information and are not counted.
 */
public final class RatioEstimates {
  private RatioEstimates() {}

  /** A ratio that may take any value, such as points per round. */
  public static Estimate ratio(List<ClusteredRatio> observations, double level) {
    Collection<Ratio> clusters = totals(observations);
    if (clusters.isEmpty()) {
      return Estimate.undefined("no observation with a denominator");
    }
    double value = pooled(clusters);
    if (clusters.size() == 1) {
      return Estimate.withoutInterval(value, 1, "a single cluster has no measurable error");
    }
    double error = standardError(clusters, value);
    double half = quantile(clusters.size(), level) * error;
    return Estimate.of(
        value,
        error,
        new Interval(value - half, value + half, level),
        clusters.size(),
        "ratio of sums, clustered standard error, t");
  }

  /**
   * A ratio in [0, 1]. The interval is built on the logit and so stays within [0, 1]; where every
   * cluster agrees it is Wilson's with the clusters as trials, because agreement among few clusters
   * does not prove that the next will agree.
   */
  public static Estimate rate(List<ClusteredRatio> observations, double level) {
    Collection<Ratio> clusters = totals(observations);
    for (Ratio cluster : clusters) {
      if (cluster.numerator() < 0 || cluster.numerator() > cluster.denominator() * (1 + 1e-9)) {
        throw new IllegalArgumentException("not a rate in [0, 1]: " + cluster);
      }
    }
    if (clusters.isEmpty()) {
      return Estimate.undefined("no observation with a denominator");
    }
    double value = Math.clamp(pooled(clusters), 0, 1);
    int n = clusters.size();
    if (n == 1) {
      return Estimate.withoutInterval(value, 1, "a single cluster has no measurable error");
    }
    double error = standardError(clusters, value);
    if (error < 1e-12 || value == 0 || value == 1) {
      Estimate wilson = Proportions.wilson(value * n, n, level);
      return Estimate.of(
          value,
          error,
          wilson.interval().orElseThrow(),
          n,
          "ratio of sums; all clusters agree, Wilson score with clusters as trials");
    }
    double half = quantile(n, level) * error / (value * (1 - value));
    double logit = Math.log(value / (1 - value));
    return Estimate.of(
        value,
        error,
        new Interval(logistic(logit - half), logistic(logit + half), level),
        n,
        "ratio of sums, clustered standard error, t on the logit");
  }

  /**
   * The first ratio minus the second, paired by cluster: a cluster's influence on both is taken
   * together, so what a cluster shares cancels. Only clusters with both denominators count.
   */
  public static Estimate difference(
      List<ClusteredRatio> first, List<ClusteredRatio> second, double level) {
    Map<String, Ratio> firstTotals = totalsByCluster(first);
    Map<String, Ratio> secondTotals = totalsByCluster(second);
    firstTotals.keySet().retainAll(secondTotals.keySet());
    secondTotals.keySet().retainAll(firstTotals.keySet());
    int n = firstTotals.size();
    if (n == 0) {
      return Estimate.undefined("no cluster has both denominators");
    }
    double firstValue = pooled(firstTotals.values());
    double secondValue = pooled(secondTotals.values());
    double value = firstValue - secondValue;
    if (n == 1) {
      return Estimate.withoutInterval(value, 1, "a single cluster has no measurable error");
    }
    double firstWeight = denominator(firstTotals.values());
    double secondWeight = denominator(secondTotals.values());
    double squares = 0;
    for (Map.Entry<String, Ratio> entry : firstTotals.entrySet()) {
      double influence =
          residual(entry.getValue(), firstValue) / firstWeight
              - residual(secondTotals.getOrDefault(entry.getKey(), Ratio.UNDEFINED), secondValue)
                  / secondWeight;
      squares += influence * influence;
    }
    double error = Math.sqrt(squares * n / (n - 1));
    double half = quantile(n, level) * error;
    return Estimate.of(
        value,
        error,
        new Interval(value - half, value + half, level),
        n,
        "difference of ratios paired by cluster, t");
  }

  private static double standardError(Collection<Ratio> clusters, double value) {
    double squares = clusters.stream().mapToDouble(c -> residual(c, value)).map(e -> e * e).sum();
    int n = clusters.size();
    return Math.sqrt(squares * n / (n - 1)) / denominator(clusters);
  }

  private static double residual(Ratio cluster, double value) {
    return cluster.numerator() - value * cluster.denominator();
  }

  private static double pooled(Collection<Ratio> clusters) {
    return clusters.stream().mapToDouble(Ratio::numerator).sum() / denominator(clusters);
  }

  private static double denominator(Collection<Ratio> clusters) {
    return clusters.stream().mapToDouble(Ratio::denominator).sum();
  }

  private static double quantile(int clusters, double level) {
    return new TDistribution(clusters - 1.0).inverseCumulativeProbability((1 + level) / 2);
  }

  private static double logistic(double logit) {
    return 1 / (1 + Math.exp(-logit));
  }

  private static Collection<Ratio> totals(List<ClusteredRatio> observations) {
    return totalsByCluster(observations).values();
  }

  private static Map<String, Ratio> totalsByCluster(List<ClusteredRatio> observations) {
    Map<String, Ratio> totals = new TreeMap<>();
    for (ClusteredRatio observation : observations) {
      if (observation.ratio().denominator() > 0) {
        totals.merge(observation.cluster(), observation.ratio(), Ratio::plus);
      }
    }
    return totals;
  }
}
