package org.ethogram.training.optimization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class LearningRateScheduleTest {
  @Test
  void warmsUpLinearlyAndFallsByHalfACosineToTheGivenFraction() {
    LearningRateSchedule schedule = LearningRateSchedule.cosine(0.01, 10, 1000, 0.1);
    assertThat(schedule.at(0)).isCloseTo(0.001, within(1e-7));
    assertThat(schedule.at(4)).isCloseTo(0.005, within(1e-5));
    // Half way the cosine stands at 1/2: 0.01 (0.1 + 0.9 / 2).
    assertThat(schedule.at(500)).isCloseTo(0.0055, within(1e-9));
    assertThat(schedule.at(1000)).isCloseTo(0.001, within(1e-9));
  }

  @Test
  void aPeakOfZeroIsRefused() {
    assertThatThrownBy(() -> LearningRateSchedule.cosine(0, 10, 100, 0.1))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void staysOrFallsInAStraightLine() {
    assertThat(schedule(new Decay.Constant()).at(999)).isEqualTo(0.01);
    // 3/4 of the way down from the peak to a fifth of it: 0.01 (0.2 + 0.8 / 4).
    assertThat(schedule(new Decay.Linear(0.2)).at(750)).isCloseTo(0.004, within(1e-12));
  }

  @Test
  void staysAtThePeakUntilItsDecayBegins() {
    LearningRateSchedule schedule = schedule(new Decay.WarmupStableDecay(200, 0));
    assertThat(schedule.at(800)).isEqualTo(0.01);
    assertThat(schedule.at(900)).isCloseTo(0.005, within(1e-12));
    assertThat(schedule.at(999)).isCloseTo(0.01 / 200, within(1e-12));
  }

  /** Vaswani et al. 2017, equation 3: at four times the warm-up, half the peak. */
  @Test
  void fallsByTheRootOfTheSteps() {
    LearningRateSchedule schedule = schedule(new Decay.InverseSquareRoot());
    assertThat(schedule.at(9)).isEqualTo(0.01);
    assertThat(schedule.at(39)).isCloseTo(0.005, within(1e-12));
  }

  @Test
  void aFractionAboveOneIsRefused() {
    assertThatThrownBy(() -> new Decay.Cosine(1.5)).isInstanceOf(IllegalArgumentException.class);
  }

  private static LearningRateSchedule schedule(Decay decay) {
    return new LearningRateSchedule(0.01, 10, 1000, decay);
  }
}
