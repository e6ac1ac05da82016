package org.ethogram.training.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class LearningRateScheduleTest {
  @Test
  void warmsUpLinearlyAndFallsByHalfACosineToTheGivenFraction() {
    LearningRateSchedule schedule = new LearningRateSchedule(0.01, 10, 1000, 0.1);
    assertThat(schedule.at(0)).isCloseTo(0.001, within(1e-7));
    assertThat(schedule.at(4)).isCloseTo(0.005, within(1e-5));
    // Half way the cosine stands at 1/2: 0.01 (0.1 + 0.9 / 2).
    assertThat(schedule.at(500)).isCloseTo(0.0055, within(1e-9));
    assertThat(schedule.at(1000)).isCloseTo(0.001, within(1e-9));
  }

  @Test
  void aPeakOfZeroIsRefused() {
    assertThatThrownBy(() -> new LearningRateSchedule(0, 10, 100, 0.1))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
