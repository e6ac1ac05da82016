package org.ethogram.games;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.ethogram.core.EthogramException;
import org.ethogram.games.catalogue.Catalogue;
import org.ethogram.games.catalogue.PublicGoods;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GameTest {
  private static final List<String> AB = List.of("a", "b");

  @ParameterizedTest
  @CsvSource({
    "prisoners-dilemma, 0",
    "stag-hunt, 0",
    "chicken, 0",
    "harmony, 0",
    // In deadlock everybody is better off when all take the action called defect.
    "deadlock, 1",
    "public-goods, 0",
    "three-person-prisoners-dilemma, 0"
  })
  void theCooperativeActionFollowsFromThePayoffs(String game, int action) {
    assertThat(Catalogue.named(game).cooperativeAction()).hasValue(action);
  }

  @ParameterizedTest
  @CsvSource({"bach-or-stravinsky", "matching-pennies", "pure-coordination"})
  void gamesWithoutABestSharedActionHaveNoCooperativeOne(String game) {
    assertThat(Catalogue.named(game).cooperativeAction()).isEmpty();
  }

  @Test
  void symmetryMeansThatExchangingAnyTwoSeatsChangesNothing() {
    assertThat(PublicGoods.game(4, 1.6, 5).isSymmetric()).isTrue();
    assertThat(Catalogue.named("bach-or-stravinsky").isSymmetric()).isFalse();
    // Cyclic but not symmetric: each of three seats likes only its right neighbour's second action.
    double[][] cyclic = new double[3][8];
    for (int index = 0; index < 8; index++) {
      cyclic[0][index] = (index >> 1) & 1;
      cyclic[1][index] = index & 1;
      cyclic[2][index] = (index >> 2) & 1;
    }
    assertThat(Game.of("ring", List.of(AB, AB, AB), cyclic).isSymmetric()).isFalse();
  }

  @Test
  void aPublicGoodIsSharedByAllAndPaidByContributors() {
    Game game = PublicGoods.game(3, 2, 3);
    assertThat(game.payoff(0, 0, 0, 0)).isEqualTo(6);
    assertThat(game.payoff(1, 0, 1, 0)).isEqualTo(4 + 3);
    assertThat(game.payoff(0, 0, 1, 0)).isEqualTo(4);
    assertThat(game.payoff(2, 1, 1, 1)).isEqualTo(3);
  }

  @Test
  void rescalingKeepsTheGameAndItsCooperationIndex() {
    Game game = Catalogue.named("prisoners-dilemma");
    Game rescaled = game.rescaled(2, 7);
    assertThat(rescaled.payoff(1, 0, 1)).isEqualTo(17);
    // (R - P) / (T - S) = (3 - 1) / (5 - 0)
    assertThat(DilemmaPayoffs.of(game).orElseThrow().cooperationIndex()).hasValue(0.4);
    assertThat(DilemmaPayoffs.of(rescaled).orElseThrow().cooperationIndex()).hasValue(0.4);
    assertThatThrownBy(() -> game.rescaled(-1, 0)).isInstanceOf(EthogramException.class);
  }

  @Test
  void renamedActionsKeepThePayoffs() {
    Game renamed = Catalogue.named("stag-hunt").withActions(List.of("oak", "rose"));
    assertThat(renamed.actions(1)).containsExactly("oak", "rose");
    assertThat(renamed.payoff(0, 1, 0)).isEqualTo(3);
  }

  @Test
  void aMissingOrInfinitePayoffIsNamedWithItsPlace() {
    assertThatThrownBy(
            () ->
                Game.of(
                    "bad", List.of(AB, AB), new double[][] {{1, 2, 3, 4}, {1, Double.NaN, 3, 4}}))
        .isInstanceOf(EthogramException.class)
        .hasMessageContaining("payoff NaN of seat 2 at [a, b]");
    assertThatThrownBy(
            () -> Game.of("short", List.of(AB, AB), new double[][] {{1, 2, 3}, {1, 2, 3, 4}}))
        .hasMessageContaining("3 payoffs of seat 1, not 4");
    assertThatThrownBy(() -> Game.of("twice", List.of(List.of("a", "a")), new double[][] {{1, 2}}))
        .hasMessageContaining("actions [a, a]");
  }
}
