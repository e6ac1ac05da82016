package org.ethogram.training.checkpoints;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class MilestonesTest {
  /** Biderman et al. 2023, section 2.1: 154 checkpoints of 143,000 steps. */
  @Test
  void logSpacedStepsAreThoseOfPythia() {
    Milestones steps = Milestones.logSpaced(1000, 143_000);
    assertThat(steps.steps())
        .startsWith(0L, 1L, 2L, 4L, 8L, 16L, 32L, 64L, 128L, 256L, 512L, 1000L, 2000L)
        .endsWith(142_000L, 143_000L)
        .hasSize(154);
  }

  @Test
  void theLastStepIsAlwaysThere() {
    assertThat(Milestones.logSpaced(1000, 100).steps())
        .containsExactly(0L, 1L, 2L, 4L, 8L, 16L, 32L, 64L, 100L);
    assertThat(Milestones.every(40, 100).steps()).containsExactly(0L, 40L, 80L, 100L);
  }

  @Test
  void aStepBeforeTheFirstIsRefused() {
    assertThatThrownBy(() -> Milestones.of(List.of(3L, -1L)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("-1");
  }
}
