package org.ethogram.evaluations.aggregate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class PlannedSampleSizeTest {
  /** (1.95996 + 0.84162)^2 / 9 / .03^2 = 968.998. */
  @Test
  void threePercentApartAtEightyPercentPower() {
    var exactScores = new PlannedSampleSize(1.0 / 9, 0, 0, 1, 1);
    assertThat(exactScores.questions(.03, .05, .8)).isEqualTo(969);
  }

  /** (2.57583 + 1.28155)^2 (.1 + .2/4 + .3/2) / .1^2 = 446.38. */
  @Test
  void answersThatVaryCostQuestionsAndRepeatingThemSavesSome() {
    assertThat(new PlannedSampleSize(.1, .2, .3, 4, 2).questions(.1, .01, .9)).isEqualTo(447);
  }

  @Test
  void aDifferenceOfNothingHasNoPlan() {
    var plan = new PlannedSampleSize(.1, 0, 0, 1, 1);
    assertThatThrownBy(() -> plan.questions(0, .05, .8))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
