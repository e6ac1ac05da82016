package org.ethogram.stats.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.ethogram.core.Ratio;
import org.ethogram.core.Seed;
import org.ethogram.stats.Estimate;
import org.ethogram.stats.estimates.ClusteredRatio;
import org.ethogram.stats.estimates.Proportions;
import org.ethogram.stats.estimates.RatioEstimates;
import org.ethogram.stats.resampling.Bootstrap;
import org.ethogram.stats.resampling.ClusterBootstrap;
import org.ethogram.stats.resampling.Strata;
import org.ethogram.stats.resampling.WeightedStatistic;
import org.junit.jupiter.api.Test;

/** Proportions and clustered rates; runs when it is named. */
class EstimateCoverage {
  @Test
  void proportions() {
    for (int trials : new int[] {10, 30, 100}) {
      for (double truth : new double[] {0.05, 0.3, 0.5}) {
        String what = trials + " trials, truth " + truth + ", exact";
        exact("Wilson", what, trials, truth, s -> Proportions.wilson(s, trials, 0.95));
        exact(
            "Clopper-Pearson",
            what,
            trials,
            truth,
            s -> Proportions.clopperPearson(s, trials, 0.95));
        exact("Beta (Jeffreys)", what, trials, truth, s -> Proportions.jeffreys(s, trials, 0.95));
      }
    }
  }

  @Test
  void clusteredRates() {
    for (int clusters : new int[] {5, 10, 20, 40}) {
      String what = clusters + " clusters, logit-normal, sd 0.7";
      Coverage.measure(
          "clustered rate",
          what,
          2000,
          0.95,
          seed ->
              RatioEstimates.rate(rates(seed, clusters), 0.95)
                  .interval()
                  .orElseThrow()
                  .contains(RATE));
      Coverage.measure(
          "cluster bootstrap, expanded",
          what,
          400,
          0.95,
          seed -> {
            List<ClusteredRatio> data = rates(seed, clusters);
            return new ClusterBootstrap(seed.derive("bootstrap"), 400, 0.95)
                .estimate(
                    data,
                    ClusteredRatio::cluster,
                    drawn -> RatioEstimates.ratio(drawn, 0.95).value())
                .interval()
                .orElseThrow()
                .contains(RATE);
          });
      if (clusters < 10) {
        continue;
      }
      Coverage.measure(
          "percentile bootstrap",
          what,
          400,
          0.95,
          seed -> bootstrap(rates(seed, clusters), seed, false));
      Coverage.measure(
          "BCa bootstrap", what, 400, 0.95, seed -> bootstrap(rates(seed, clusters), seed, true));
    }
  }

  private static final double RATE = rate();

  /** The mean of a logistic of 0.4 + 0.7 z over a normal z, by the trapezoid rule. */
  private static double rate() {
    double sum = 0;
    double weights = 0;
    for (double z = -8; z <= 8; z += 0.001) {
      double weight = Math.exp(-z * z / 2);
      sum += weight / (1 + Math.exp(-0.4 - 0.7 * z));
      weights += weight;
    }
    return sum / weights;
  }

  private static List<ClusteredRatio> rates(Seed seed, int clusters) {
    RandomGenerator random = seed.derive("data").generator();
    List<ClusteredRatio> data = new ArrayList<>();
    for (int cluster = 0; cluster < clusters; cluster++) {
      double p = 1 / (1 + Math.exp(-0.4 - 0.7 * random.nextGaussian()));
      long successes = IntStream.range(0, 20).filter(trial -> random.nextDouble() < p).count();
      data.add(new ClusteredRatio("cluster " + cluster, new Ratio(successes, 20)));
    }
    return data;
  }

  private static boolean bootstrap(List<ClusteredRatio> data, Seed seed, boolean corrected) {
    Bootstrap bootstrap = new Bootstrap(seed.derive("bootstrap"), 1000, 0.95);
    WeightedStatistic statistic =
        WeightedStatistic.ratio(
            data.stream().mapToDouble(each -> each.ratio().numerator()).toArray(),
            data.stream().mapToDouble(each -> each.ratio().denominator()).toArray());
    Strata strata = Strata.single(data.size());
    Estimate estimate =
        corrected
            ? bootstrap.biasCorrectedAccelerated(strata, statistic)
            : bootstrap.percentile(strata, statistic);
    return estimate.interval().orElseThrow().contains(RATE);
  }

  private static void exact(
      String method, String what, int trials, double truth, Function<Integer, Estimate> interval) {
    double coverage = 0;
    double chance = Math.pow(1 - truth, trials);
    for (int successes = 0; successes <= trials; successes++) {
      coverage += interval.apply(successes).interval().orElseThrow().contains(truth) ? chance : 0;
      chance *= (trials - successes) / (successes + 1.0) * truth / (1 - truth);
    }
    Coverage.row(method, what, coverage);
    assertThat(coverage).isGreaterThan(0.8);
  }
}
