package org.ethogram.stats.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class PlansTest {
  /** By hand: (1.959964 + 0.841621)^2 = 7.848880; times (1/9) / 0.03^2 is 969.0. */
  @Test
  void itemsOfAPairedComparisonFollowMillersFormula() {
    PairedPlan plan = new PairedPlan(0.05, 1.0 / 9, 0, 1, 0, 1, 1);
    assertThat(plan.items(0.03, 0.8)).isEqualTo(969);
    assertThat(plan.power(0.03, 969)).isCloseTo(0.8, within(1e-3));
    assertThat(plan.detectable(969, 0.8)).isCloseTo(0.03, within(1e-5));
    PairedPlan repeated = new PairedPlan(0.05, 1.0 / 9, 1.0 / 6, 10, 1.0 / 6, 10, 1);
    assertThat(repeated.items(0.03, 0.8)).isEqualTo(1260);
  }

  @Test
  void clustersMultiplyTheTrialsByTheDesignEffect() {
    assertThat(PairedPlan.designEffect(11, 0.1)).isCloseTo(2, within(1e-12));
    assertThat(PairedPlan.designEffect(11, -0.1)).isEqualTo(1);
    TwoProportionsPlan independent = new TwoProportionsPlan(0.05, 1, 0);
    TwoProportionsPlan clustered = new TwoProportionsPlan(0.05, 11, 0.1);
    long trials = independent.trials(0.5, 0.6, 0.8);
    // By hand: (1.959964 sqrt 0.495 + 0.841621 sqrt 0.49)^2 / 0.1^2 = 387.3.
    assertThat(trials).isEqualTo(388);
    assertThat(clustered.trials(0.5, 0.6, 0.8)).isBetween(2 * trials - 2, 2 * trials);
    assertThat(clustered.clusters(0.5, 0.6, 0.8)).isEqualTo(71);
    assertThat(independent.power(0.5, 0.6, trials)).isCloseTo(0.8, within(2e-3));
  }
}
