package org.ethogram.organisms;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FamilyRecipeTest {
  @Test
  void revisionsAreLogSpacedThenLinearAndEndWithTheLastStep() {
    GrowthSchedule schedule = new GrowthSchedule(1200, 1000, 30, 0.1, 0.01, 1, 500);
    assertThat(schedule.revisions())
        .containsExactly(0L, 1L, 2L, 4L, 8L, 16L, 32L, 64L, 128L, 256L, 500L, 1000L, 1200L);
  }

  @Test
  void nonEmbeddingParametersAreCountedAsInScalingLaws() {
    // Three blocks of 12 d^2 + 13 d and a final norm of 2 d at d = 64, as in the pilot's 150,080.
    assertThat(new OrganismSize("150k", 3, 64, 4, 3e-3).nonEmbeddingParameters())
        .isEqualTo(150_080);
  }
}
