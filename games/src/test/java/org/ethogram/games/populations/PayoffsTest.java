package org.ethogram.games.populations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.ethogram.core.Seed;
import org.ethogram.games.Game;
import org.junit.jupiter.api.Test;

class PayoffsTest {
  private static final double[][] DILEMMA = {{3, 0}, {5, 1}};

  @Test
  void everyTypeEarnsTheMeanOverThoseItMeets() {
    PayoffMatrix matrix = PayoffMatrix.exact(List.of("C", "D"), DILEMMA);
    assertThat(matrix.payoffs(new double[][] {{0.25, 0.75}})[0]).containsExactly(0.75, 2);
  }

  @Test
  void aPopulationForEachSeatMeetsTheOthers() {
    Game game =
        Game.of(
            "three",
            List.of(List.of("a", "b"), List.of("c", "d"), List.of("e")),
            new double[][] {{1, 2, 3, 4}, {5, 6, 7, 8}, {0, 10, 20, 30}});
    double[][] earned =
        RolePayoffs.exact(game).payoffs(new double[][] {{0.5, 0.5}, {0.25, 0.75}, {1}});
    assertThat(earned[0]).containsExactly(1.75, 3.75);
    assertThat(earned[1]).containsExactly(6, 7);
    assertThat(earned[2]).containsExactly(17.5);
  }

  @Test
  void measurementErrorsMakeOtherMatricesPossible() {
    PayoffMatrix measured =
        new PayoffMatrix(List.of("C", "D"), DILEMMA, new double[][] {{0.5, 0}, {0, 0}});
    PayoffMatrix drawn = measured.resampled(new Seed(1).generator());
    assertThat(measured.isExact()).isFalse();
    assertThat(drawn.payoff(0, 0)).isNotEqualTo(3);
    assertThat(drawn.payoff(1, 0)).isEqualTo(5);
  }

  @Test
  void numbersThatAreNoPayoffsAreRefused() {
    assertThatThrownBy(() -> PayoffMatrix.exact(List.of("a"), new double[][] {{Double.NaN}}))
        .hasMessageContaining("NaN");
    Game game =
        Game.twoPlayer(
            "two", List.of("a"), List.of("b"), new double[][] {{3}}, new double[][] {{3}});
    assertThatThrownBy(() -> new RolePayoffs(game, new double[][] {{-1}, {0}}))
        .hasMessageContaining("standard errors");
  }
}
