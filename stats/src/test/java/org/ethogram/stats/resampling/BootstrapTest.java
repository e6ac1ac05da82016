package org.ethogram.stats.resampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.OptionalDouble;
import java.util.random.RandomGenerator;
import java.util.stream.DoubleStream;
import org.ethogram.core.Seed;
import org.ethogram.stats.Estimate;
import org.ethogram.stats.Interval;
import org.junit.jupiter.api.Test;

class BootstrapTest {
  /** Test A of the spatial perception data, Efron and Tibshirani 1993, table 14.1. */
  private static final double[] SPATIAL = {
    48, 36, 20, 29, 42, 42, 20, 42, 22, 41, 45, 14, 6, 0, 33, 28, 34, 4, 32, 24, 47, 41, 24, 26, 30,
    41
  };

  /**
   * Efron and Tibshirani 1993, table 14.2: the variance with divisor n is 171.5, its 90% percentile
   * interval (100.8, 233.9) and its BCa interval (115.8, 259.6), up to the error of their own 2,000
   * resamples.
   */
  @Test
  void theSpatialTestDataGiveThePublishedIntervals() {
    Bootstrap bootstrap = new Bootstrap(new Seed(7), 20_000, 0.9);
    Strata strata = Strata.single(SPATIAL.length);
    Interval percentile =
        bootstrap.percentile(strata, BootstrapTest::variance).interval().orElseThrow();
    assertThat(percentile.lower()).isCloseTo(100.8, within(3.5));
    assertThat(percentile.upper()).isCloseTo(233.9, within(3.5));
    Estimate corrected = bootstrap.biasCorrectedAccelerated(strata, BootstrapTest::variance);
    assertThat(corrected.value().orElseThrow()).isCloseTo(171.5, within(0.05));
    assertThat(corrected.interval().orElseThrow().lower()).isCloseTo(115.8, within(3.5));
    assertThat(corrected.interval().orElseThrow().upper()).isCloseTo(259.6, within(3.5));
  }

  @Test
  void threadsDoNotChangeTheResult() {
    Bootstrap bootstrap = new Bootstrap(new Seed(3), 500, 0.95);
    WeightedStatistic mean = WeightedStatistic.mean(SPATIAL);
    assertThat(bootstrap.biasCorrectedAccelerated(Strata.single(26), mean))
        .isEqualTo(bootstrap.biasCorrectedAccelerated(Strata.single(26), mean));
  }

  /** Two strata that differ much and vary little: drawn apart, their mean hardly moves. */
  @Test
  void strataKeepTheirSizes() {
    double[] values = {0, 1, 0, 1, 0, 1, 100, 101, 100, 101, 100, 101};
    Bootstrap bootstrap = new Bootstrap(new Seed(3), 500, 0.95);
    Strata strata = Strata.of(List.of("a", "a", "a", "a", "a", "a", "b", "b", "b", "b", "b", "b"));
    WeightedStatistic mean = WeightedStatistic.mean(values);
    assertThat(bootstrap.percentile(strata, mean).interval().orElseThrow().width()).isLessThan(1.1);
    assertThat(bootstrap.percentile(Strata.single(12), mean).interval().orElseThrow().width())
        .isGreaterThan(40);
  }

  @Test
  void fewUnitsHaveNoIntervalAndEqualUnitsHaveOneOfNoWidth() {
    Bootstrap bootstrap = new Bootstrap(new Seed(3), 100, 0.95);
    assertThat(bootstrap.percentile(Strata.single(0), w -> OptionalDouble.of(1)).value()).isEmpty();
    Estimate one = bootstrap.percentile(Strata.single(1), WeightedStatistic.mean(new double[] {4}));
    assertThat(one.value()).hasValue(4);
    assertThat(one.interval()).isEmpty();
    Estimate equal =
        bootstrap.biasCorrectedAccelerated(
            Strata.single(12),
            WeightedStatistic.mean(DoubleStream.generate(() -> 4).limit(12).toArray()));
    assertThat(equal.interval().orElseThrow().width()).isZero();
  }

  /** Skewed data: the mean of 40 exponential values, whose truth is 1. */
  @Test
  void theCorrectedIntervalCoversTheMeanOfSkewedData() {
    int covered = 0;
    for (int repetition = 0; repetition < 150; repetition++) {
      Seed seed = new Seed(repetition);
      RandomGenerator random = seed.derive("data").generator();
      double[] values = random.doubles(40).map(u -> -Math.log1p(-u)).toArray();
      Estimate estimate =
          new Bootstrap(seed.derive("bootstrap"), 400, 0.95)
              .biasCorrectedAccelerated(Strata.single(40), WeightedStatistic.mean(values));
      covered += estimate.interval().orElseThrow().contains(1) ? 1 : 0;
    }
    assertThat(covered / 150.0).isBetween(0.88, 0.99);
  }

  /** By hand: all sixteen sign patterns; two give a sum of at least 10. */
  @Test
  void signFlipsOfFewPairsAreCountedExactly() {
    PermutationTest test = new PermutationTest(new Seed(1), 1000);
    assertThat(test.paired(new double[] {1, 2, 3, 4}).pValue()).hasValue(2.0 / 16);
    assertThat(test.paired(new double[0]).pValue()).isEmpty();
    assertThat(test.paired(new double[] {0, 0, 0}).pValue()).hasValue(1);
  }

  /** By hand: of the 20 ways to deal six values into threes, two separate them fully. */
  @Test
  void dealsOfTwoGroupsApproachTheExactShare() {
    PermutationTest test = new PermutationTest(new Seed(1), 20_000);
    double p =
        test.twoGroups(new double[] {1, 2, 3}, new double[] {7, 8, 9}).pValue().orElseThrow();
    assertThat(p).isCloseTo(0.1, within(0.01));
    assertThat(test.twoGroups(new double[0], new double[] {1}).statistic()).isEmpty();
  }

  private static OptionalDouble variance(double[] weights) {
    double sum = 0;
    double squares = 0;
    for (int unit = 0; unit < weights.length; unit++) {
      sum += weights[unit] * SPATIAL[unit];
      squares += weights[unit] * SPATIAL[unit] * SPATIAL[unit];
    }
    double mean = sum / SPATIAL.length;
    return OptionalDouble.of(squares / SPATIAL.length - mean * mean);
  }
}
