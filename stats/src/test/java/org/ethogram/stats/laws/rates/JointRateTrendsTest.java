package org.ethogram.stats.laws.rates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.ethogram.core.Ratio;
import org.ethogram.core.Seed;
import org.ethogram.stats.Interval;
import org.junit.jupiter.api.Test;

class JointRateTrendsTest {
  /** Larger models cooperate less and further training makes all cooperate more. */
  @Test
  void opposedEffectsOfSizeAndTrainingAreToldApart() {
    JointRateTrend trend = JointRateTrends.fit(grid(new Seed(1), 0), Link.LOGIT, 0.95);
    assertThat(value(trend.parametersSlope())).isCloseTo(-0.6, within(1e-3));
    assertThat(value(trend.tokensSlope())).isCloseTo(0.9, within(1e-3));
    assertThat(value(trend.interaction())).isCloseTo(0, within(1e-3));
    assertThat(trend.at(1e6, 1e8).orElseThrow())
        .isCloseTo(RateTrendsTest.logistic(0.5), within(1e-3));
  }

  @Test
  void bothIntervalsCoverTheTruthUnderNoiseOfRuns() {
    int repetitions = 100;
    int covered = 0;
    for (int repetition = 0; repetition < repetitions; repetition++) {
      JointRateTrend trend = JointRateTrends.fit(grid(new Seed(repetition), 0.3), Link.LOGIT, 0.95);
      covered += interval(trend.parametersSlope()).contains(-0.6) ? 1 : 0;
      covered += interval(trend.tokensSlope()).contains(0.9) ? 1 : 0;
    }
    assertThat(covered / (2.0 * repetitions)).isBetween(0.9, 0.995);
  }

  @Test
  void finalCheckpointsOfProportionalTrainingCannotTellThemApart() {
    List<JointRateObservation> data = new ArrayList<>();
    for (int size = 0; size < 6; size++) {
      double n = 1e6 * Math.pow(2, size);
      data.add(new JointRateObservation(n, 20 * n, new Ratio(size, 10), "run " + size, "only"));
    }
    JointRateTrend trend = JointRateTrends.fit(data, Link.LOGIT, 0.95);
    assertThat(trend.parametersSlope().estimate().value()).isEmpty();
    assertThat(trend.tokensSlope().estimate().method())
        .isEqualTo("size and training rise together");
    assertThat(trend.at(1e6, 1e7)).isEmpty();
    assertThat(JointRateTrends.fit(List.of(), Link.LOGIT, 0.95).observations()).isZero();
  }

  private static List<JointRateObservation> grid(Seed seed, double noise) {
    RandomGenerator random = seed.generator();
    List<JointRateObservation> data = new ArrayList<>();
    for (int run = 0; run < 12; run++) {
      double n = 1e5 * Math.pow(10, (run % 4) * 0.5);
      double shared = noise * random.nextGaussian();
      for (int checkpoint = 0; checkpoint < 5; checkpoint++) {
        double d = 1e7 * Math.pow(10, checkpoint * 0.5);
        double logit = 0.5 - 0.6 * Math.log10(n / 1e6) + 0.9 * Math.log10(d / 1e8);
        double rate = RateTrendsTest.logistic(logit + shared + 0.5 * noise * random.nextGaussian());
        data.add(new JointRateObservation(n, d, new Ratio(rate, 1), "run " + run, "only"));
      }
    }
    return data;
  }

  private static double value(JointRateTrend.Slope slope) {
    return slope.estimate().value().orElseThrow();
  }

  private static Interval interval(JointRateTrend.Slope slope) {
    return slope.estimate().interval().orElseThrow();
  }
}
