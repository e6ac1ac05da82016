package org.ethogram.stats.effects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.ethogram.stats.Estimate;
import org.ethogram.stats.Interval;
import org.junit.jupiter.api.Test;

class EffectSizesTest {
  /** Newcombe 1998, table II, example (a): 56/70 - 48/80, method 10. */
  @Test
  void theDifferenceOfProportionsIsAsNewcombePublishedIt() {
    Estimate estimate = EffectSizes.proportionDifference(56, 70, 48, 80, 0.95);
    assertThat(estimate.value().orElseThrow()).isCloseTo(0.2, within(1e-12));
    Interval interval = estimate.interval().orElseThrow();
    assertThat(interval.lower()).isCloseTo(0.0524, within(5.1e-5));
    assertThat(interval.upper()).isCloseTo(0.3339, within(5.1e-5));
    assertThat(EffectSizes.proportionDifference(0, 0, 1, 2, 0.95).value()).isEmpty();
  }

  /** By hand: means 3 and 1 with pooled deviation 1, times 1 - 3/15. */
  @Test
  void hedgesGCorrectsForSmallSamples() {
    double[] first = {2, 3, 4};
    double[] second = {0, 1, 2};
    assertThat(EffectSizes.hedgesG(first, second, 0.95).value().orElseThrow())
        .isCloseTo(1.6, within(1e-12));
    assertThat(EffectSizes.hedgesG(new double[] {1, 1}, new double[] {1, 1}, 0.95).value())
        .isEmpty();
  }

  /** By hand: of nine pairs one is lost, one drawn and seven won. */
  @Test
  void cliffsDeltaCountsDominance() {
    Estimate estimate =
        EffectSizes.cliffsDelta(new double[] {1, 5, 6}, new double[] {0, 1, 2}, 0.95);
    assertThat(estimate.value().orElseThrow()).isCloseTo(6 / 9.0, within(1e-12));
    assertThat(EffectSizes.cliffsDelta(new double[0], new double[] {1}, 0.95).value()).isEmpty();
  }

  /** By hand: log (10 * 10 / (5 * 5)), variance 2/10 + 2/5; and 2 asin 1 = pi. */
  @Test
  void oddsAndArcsines() {
    Estimate odds = EffectSizes.logOddsRatio(10, 5, 5, 10, 0.95);
    assertThat(odds.value().orElseThrow()).isCloseTo(Math.log(4), within(1e-12));
    assertThat(odds.standardError().orElseThrow()).isCloseTo(Math.sqrt(0.6), within(1e-12));
    assertThat(EffectSizes.logOddsRatio(3, 0, 0, 3, 0.95).value().orElseThrow())
        .isCloseTo(Math.log(49), within(1e-12));
    assertThat(EffectSizes.cohensH(4, 4, 0, 4, 0.95).value().orElseThrow())
        .isCloseTo(Math.PI, within(1e-12));
  }

  /** By hand: rho = 0.8, z = 1.0986, error sqrt(1.32/2); tau = 0.6 of ten pairs. */
  @Test
  void rankCorrelationsHaveFishersInterval() {
    double[] x = {1, 2, 3, 4, 5};
    double[] y = {2, 1, 4, 3, 5};
    Estimate rho = RankCorrelations.spearman(x, y, 0.95);
    assertThat(rho.value().orElseThrow()).isCloseTo(0.8, within(1e-12));
    assertThat(rho.interval().orElseThrow().lower())
        .isCloseTo(Math.tanh(Math.log(3) - 1.959964 * Math.sqrt(0.66)), within(1e-6));
    Estimate tau = RankCorrelations.kendall(x, y, 0.95);
    assertThat(tau.value().orElseThrow()).isCloseTo(0.6, within(1e-12));
    assertThat(RankCorrelations.kendall(x, new double[] {1, 1, 1, 1, 1}, 0.95).value()).isEmpty();
  }
}
