package org.ethogram.games.solutions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.ethogram.core.EthogramException;
import org.ethogram.games.Game;
import org.ethogram.games.catalogue.Catalogue;
import org.junit.jupiter.api.Test;

class SolutionsTest {
  @Test
  void bachOrStravinskyHasTwoPureAndOneMixedEquilibrium() {
    NashEquilibria nash = NashEquilibria.of(Catalogue.named("bach-or-stravinsky"));
    assertThat(nash.degenerate()).isFalse();
    assertThat(nash.equilibria())
        .containsExactlyInAnyOrder(
            new Equilibrium(fractions("1 0"), fractions("1 0")),
            new Equilibrium(fractions("0 1"), fractions("0 1")),
            new Equilibrium(fractions("2/3 1/3"), fractions("1/3 2/3")));
  }

  /** Von Stengel 2007, Algorithmic Game Theory, example (3.3). */
  @Test
  void thePublishedThreeByTwoGameHasItsThreeEquilibria() {
    Game game =
        Game.twoPlayer(
            "von Stengel",
            List.of("1", "2", "3"),
            List.of("4", "5"),
            new double[][] {{3, 3}, {2, 5}, {0, 6}},
            new double[][] {{3, 2}, {2, 6}, {3, 1}});
    assertThat(NashEquilibria.of(game).equilibria())
        .containsExactlyInAnyOrder(
            new Equilibrium(fractions("1 0 0"), fractions("1 0")),
            new Equilibrium(fractions("4/5 1/5 0"), fractions("2/3 1/3")),
            new Equilibrium(fractions("0 1/3 2/3"), fractions("1/3 2/3")));
  }

  @Test
  void aGameInWhichAnActionHasTwoBestAnswersIsFlagged() {
    Game game =
        Game.twoPlayer(
            "degenerate",
            List.of("a", "b"),
            List.of("c", "d"),
            new double[][] {{1, 1}, {0, 2}},
            new double[][] {{1, 1}, {0, 2}});
    NashEquilibria nash = NashEquilibria.of(game);
    assertThat(nash.degenerate()).isTrue();
    // The component {a} x {c with at least 1/2} has the corners (a, c) and (a, half and half).
    assertThat(nash.equilibria())
        .contains(
            new Equilibrium(fractions("1 0"), fractions("1 0")),
            new Equilibrium(fractions("1 0"), fractions("1/2 1/2")),
            new Equilibrium(fractions("0 1"), fractions("0 1")));
  }

  /** Nondegenerate games have an odd number of equilibria (Wilson 1971). */
  @Test
  void randomGamesHaveAnOddNumberOfEquilibriaAndNobodyGainsByLeaving() {
    Random random = new Random(5);
    for (int run = 0; run < 20; run++) {
      Game game = random(random, 3, 4);
      NashEquilibria nash = NashEquilibria.of(game);
      if (!nash.degenerate()) {
        assertThat(nash.equilibria().size() % 2).isEqualTo(1);
      }
      assertThat(nash.equilibria()).isNotEmpty();
      for (Equilibrium equilibrium : nash.equilibria()) {
        requireBestResponses(game, equilibrium);
      }
      assertThat(nash.equilibria().stream().filter(Equilibrium::isPure).count())
          .isEqualTo(Dominance.pureEquilibria(game).size());
    }
  }

  @Test
  void dominatedActionsGoStepByStep() {
    assertThat(Dominance.undominated(Catalogue.named("prisoners-dilemma")))
        .containsExactly(List.of(1), List.of(1));
    assertThat(Dominance.undominated(Catalogue.named("chicken")))
        .containsExactly(List.of(0, 1), List.of(0, 1));
    // Right is never best for the column player; without it, down falls, then left.
    Game steps =
        Game.twoPlayer(
            "steps",
            List.of("up", "down"),
            List.of("left", "middle", "right"),
            new double[][] {{1, 1, 0}, {0, 0, 2}},
            new double[][] {{0, 2, 1}, {3, 1, 0}});
    assertThat(Dominance.undominated(steps)).containsExactly(List.of(0), List.of(1));
  }

  @Test
  void inPublicGoodsNobodyContributesAlone() {
    Game game = Catalogue.named("public-goods");
    assertThat(Dominance.undominated(game)).containsOnly(List.of(1));
    assertThat(Dominance.pureEquilibria(game)).containsExactly(new int[] {1, 1, 1});
    assertThatThrownBy(() -> NashEquilibria.of(game)).isInstanceOf(EthogramException.class);
  }

  @Test
  void fractionsAreExact() {
    assertThat(Rational.of(0.1).plus(Rational.of(0.2))).isEqualTo(Rational.of(3, 10));
    assertThat(Rational.of(-1.5e3)).isEqualTo(Rational.of(-1500));
    assertThat(Rational.of(4, -6)).hasToString("-2/3");
    assertThat(Rational.of(1, 3).toDouble()).isEqualTo(1 / 3.0);
  }

  private static void requireBestResponses(Game game, Equilibrium equilibrium) {
    for (int seat = 0; seat < 2; seat++) {
      List<Rational> own = seat == 0 ? equilibrium.row() : equilibrium.column();
      List<Rational> worth = worth(game, seat, equilibrium);
      Rational best = worth.stream().max(Rational::compareTo).orElseThrow();
      for (int action = 0; action < own.size(); action++) {
        assertThat(own.get(action).isZero() || worth.get(action).equals(best)).isTrue();
      }
    }
  }

  /** What each action of the seat brings against the other's mixture. */
  private static List<Rational> worth(Game game, int seat, Equilibrium equilibrium) {
    List<Rational> other = seat == 0 ? equilibrium.column() : equilibrium.row();
    return IntStream.range(0, game.actions(seat).size())
        .mapToObj(
            action ->
                IntStream.range(0, other.size())
                    .mapToObj(
                        against ->
                            other
                                .get(against)
                                .times(
                                    Rational.of(
                                        seat == 0
                                            ? game.payoff(0, action, against)
                                            : game.payoff(1, against, action))))
                    .reduce(Rational.ZERO, Rational::plus))
        .toList();
  }

  private static Game random(Random random, int rows, int columns) {
    double[][] row = new double[rows][columns];
    double[][] column = new double[rows][columns];
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < columns; j++) {
        row[i][j] = random.nextInt(100);
        column[i][j] = random.nextInt(100);
      }
    }
    return Game.twoPlayer("random", names(rows), names(columns), row, column);
  }

  private static List<String> names(int count) {
    return IntStream.range(0, count).mapToObj(index -> "action " + index).toList();
  }

  private static List<Rational> fractions(String text) {
    return List.of(text.split(" ")).stream()
        .map(
            fraction -> {
              String[] parts = fraction.split("/");
              return Rational.of(
                  Long.parseLong(parts[0]), parts.length == 1 ? 1 : Long.parseLong(parts[1]));
            })
        .toList();
  }
}
