package org.ethogram.stats.resampling;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.ethogram.core.Seed;
import org.ethogram.stats.Estimate;
import org.ethogram.stats.Interval;
import org.hipparchus.distribution.continuous.NormalDistribution;
import org.hipparchus.distribution.continuous.TDistribution;

/**
 * Resampling of whole clusters with replacement, for any statistic.
 *
 * <p>Percentile intervals of few clusters are too narrow; the percentiles are therefore moved
 * outwards as far as Student's t and the factor n / (n - 1) ask (Hesterberg 2015, "What Teachers
 * Should Know About the Bootstrap", section 4.4, the expanded percentile interval).
 *
 * @param resamples at least 100
 */
public record ClusterBootstrap(Seed seed, int resamples, double level) {
  /** Undefined resamples beyond this share leave no trustworthy interval. */
  private static final double TOLERATED_UNDEFINED = 0.05;

  /** With fewer, 95% intervals hold a rate in less than 90% of repetitions (docs/statistics.md). */
  public static final int LEAST_CLUSTERS = 5;

  public ClusterBootstrap {
    if (resamples < 100 || !(level > 0 && level < 1)) {
      throw new IllegalArgumentException(resamples + " resamples at level " + level);
    }
  }

  public ClusterBootstrap(Seed seed) {
    this(seed, 2000, Interval.USUAL_LEVEL);
  }

  /**
   * @param cluster names the cluster of an observation
   * @param statistic of any list of observations; empty where it is undefined; called from several
   *     threads
   */
  public <T> Estimate estimate(
      List<T> observations,
      Function<T, String> cluster,
      Function<List<T>, OptionalDouble> statistic) {
    OptionalDouble value = statistic.apply(observations);
    if (value.isEmpty()) {
      return Estimate.undefined("the statistic is undefined on these data");
    }
    List<List<T>> clusters = List.copyOf(grouped(observations, cluster));
    int n = clusters.size();
    return summary(value.getAsDouble(), n, index -> statistic.apply(resample(clusters, index)));
  }

  /**
   * The estimate from refits made elsewhere, such as those of a law.
   *
   * @param clusters how many clusters a resample draws
   * @param replicate the statistic of the resample with this index; called from several threads
   */
  public Estimate summary(double value, int clusters, IntFunction<OptionalDouble> replicate) {
    if (clusters < LEAST_CLUSTERS) {
      return Estimate.withoutInterval(
          value, clusters, "fewer than " + LEAST_CLUSTERS + " clusters to resample");
    }
    double[] replicates =
        IntStream.range(0, resamples)
            .parallel()
            .mapToObj(replicate)
            .flatMapToDouble(OptionalDouble::stream)
            .filter(Double::isFinite)
            .sorted()
            .toArray();
    if (replicates.length < resamples * (1 - TOLERATED_UNDEFINED)) {
      return Estimate.withoutInterval(
          value,
          clusters,
          "undefined in " + (resamples - replicates.length) + " of " + resamples + " resamples");
    }
    return Estimate.of(
        value,
        Quantiles.standardDeviation(replicates),
        interval(replicates, clusters),
        clusters,
        "cluster bootstrap, expanded percentiles, " + resamples + " resamples");
  }

  /** How often each of {@code clusters} clusters is drawn in the resample with this index. */
  public double[] multiplicities(String purpose, int clusters, int index) {
    RandomGenerator random = seed.derive(purpose, index).generator();
    double[] multiplicities = new double[clusters];
    for (int draw = 0; draw < clusters; draw++) {
      multiplicities[random.nextInt(clusters)]++;
    }
    return multiplicities;
  }

  private Interval interval(double[] sorted, int clusters) {
    double t = new TDistribution(clusters - 1.0).inverseCumulativeProbability((1 - level) / 2);
    double tail =
        new NormalDistribution().cumulativeProbability(t * Math.sqrt(clusters / (clusters - 1.0)));
    return new Interval(Quantiles.of(sorted, tail), Quantiles.of(sorted, 1 - tail), level);
  }

  private <T> List<T> resample(List<List<T>> clusters, int index) {
    RandomGenerator random = seed.derive("resample", index).generator();
    List<T> drawn = new ArrayList<>();
    for (int draw = 0; draw < clusters.size(); draw++) {
      drawn.addAll(clusters.get(random.nextInt(clusters.size())));
    }
    return drawn;
  }

  private static <T> Collection<List<T>> grouped(
      List<T> observations, Function<T, String> cluster) {
    return observations.stream()
        .collect(Collectors.groupingBy(cluster, TreeMap::new, Collectors.toList()))
        .values();
  }
}
