package org.ethogram.stats.estimates;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.ethogram.core.Ratio;
import org.ethogram.stats.Estimate;
import org.ethogram.stats.Interval;
import org.hipparchus.distribution.continuous.TDistribution;

/**
 * Pooled ratios and means whose observations share error in two crossed ways.
 *
 * <p>The variance is the sum of the two one-way ones less that of their intersection, and never
 * less than the larger of the two (Cameron, Gelbach and Miller 2011, "Robust inference with
 * multiway clustering"); Student's t has one degree of freedom less than the smaller number of
 * clusters. A mean is a ratio whose denominators are all 1.
 */
public final class TwoWayRatio {
  private TwoWayRatio() {}

  public static Estimate ratio(List<CrossedRatio> observations, double level) {
    List<CrossedRatio> usable =
        observations.stream().filter(each -> each.ratio().denominator() > 0).toList();
    if (usable.isEmpty()) {
      return Estimate.undefined("no observation with a denominator");
    }
    Ratio all = usable.stream().map(CrossedRatio::ratio).reduce(Ratio.UNDEFINED, Ratio::plus);
    double value = all.value().orElseThrow();
    Collection<Ratio> first = totals(usable, CrossedRatio::first);
    Collection<Ratio> second = totals(usable, CrossedRatio::second);
    record Both(String first, String second) {}
    Collection<Ratio> both =
        usable.stream()
            .collect(
                Collectors.toMap(
                    each -> new Both(each.first(), each.second()),
                    CrossedRatio::ratio,
                    Ratio::plus))
            .values();
    int fewest = Math.min(first.size(), second.size());
    if (fewest < 2) {
      return Estimate.withoutInterval(
          value, fewest, "a single cluster in one way has no measurable error");
    }
    double firstVariance = variance(first, all);
    double secondVariance = variance(second, all);
    double variance =
        Math.max(
            firstVariance + secondVariance - variance(both, all),
            Math.max(firstVariance, secondVariance));
    double error = Math.sqrt(variance);
    double half =
        error * new TDistribution(fewest - 1.0).inverseCumulativeProbability((1 + level) / 2);
    return Estimate.of(
        value,
        error,
        new Interval(value - half, value + half, level),
        fewest,
        "ratio of sums, two-way clustered standard error, t");
  }

  private static double variance(Collection<Ratio> clusters, Ratio all) {
    double value = all.value().orElseThrow();
    int n = clusters.size();
    double squares = 0;
    for (Ratio cluster : clusters) {
      double residual = cluster.numerator() - value * cluster.denominator();
      squares += residual * residual;
    }
    return squares * n / (n - 1) / (all.denominator() * all.denominator());
  }

  private static Collection<Ratio> totals(
      List<CrossedRatio> observations, Function<CrossedRatio, String> cluster) {
    Map<String, Ratio> totals = new TreeMap<>();
    for (CrossedRatio observation : observations) {
      totals.merge(cluster.apply(observation), observation.ratio(), Ratio::plus);
    }
    return totals.values();
  }
}
