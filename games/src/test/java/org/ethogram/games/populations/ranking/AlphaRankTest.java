package org.ethogram.games.populations.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import java.util.stream.DoubleStream;
import org.ethogram.games.Game;
import org.ethogram.games.populations.PayoffMatrix;
import org.ethogram.games.populations.RolePayoffs;
import org.ethogram.games.populations.finite.FinitePopulation;
import org.ethogram.games.populations.finite.RareMutations;
import org.ethogram.games.populations.finite.Selection;
import org.ethogram.games.populations.finite.UpdateRule;
import org.junit.jupiter.api.Test;

class AlphaRankTest {
  private static final List<String> SIGNS = List.of("rock", "paper", "scissors");
  private static final PayoffMatrix CYCLE =
      PayoffMatrix.exact(SIGNS, new double[][] {{0, -1, 1}, {1, 0, -1}, {-1, 1, 0}});

  /** Rock, paper and scissors rank alike, biased ones too (Omidshafiei et al. 2019, table 3). */
  @Test
  void aCycleIsSharedEvenly() {
    PayoffMatrix biased =
        PayoffMatrix.exact(SIGNS, new double[][] {{0, -0.5, 1}, {0.5, 0, -0.1}, {-1, 0.1, 0}});
    double[] even = {1 / 3.0, 1 / 3.0, 1 / 3.0};
    assertThat(new AlphaRank(CYCLE, 1, 50).stationary()).containsExactly(even, within(1e-12));
    for (double alpha : new double[] {100, Double.POSITIVE_INFINITY}) {
      assertThat(new AlphaRank(biased, alpha, 50).stationary()).containsExactly(even, within(1e-6));
    }
  }

  /** The transitions of rock, paper, scissors by hand: half of 1 or 0 at strong selection. */
  @Test
  void whoLosesIsTakenOver() {
    double[][] transitions = new AlphaRank(CYCLE, 100, 50).transitions();
    assertThat(transitions[0]).containsExactly(new double[] {0.5, 0.5, 0}, within(1e-12));
    assertThat(transitions[1]).containsExactly(new double[] {0, 0.5, 0.5}, within(1e-12));
  }

  /** Battle of the sexes: both coordinations half of the time (Omidshafiei et al. 2019). */
  @Test
  void twoPopulationsSettleOnEitherCoordination() {
    Game game =
        Game.twoPlayer(
            "battle",
            List.of("O", "M"),
            List.of("O", "M"),
            new double[][] {{3, 0}, {0, 2}},
            new double[][] {{2, 0}, {0, 3}});
    for (double alpha : new double[] {100, Double.POSITIVE_INFINITY}) {
      assertThat(new AlphaRank(RolePayoffs.exact(game), alpha, 50).stationary())
          .containsExactly(new double[] {0.5, 0, 0, 0.5}, within(1e-9));
    }
  }

  /** Matching pennies cycles through all four joint choices. */
  @Test
  void matchingPenniesGoesRound() {
    Game game =
        Game.twoPlayer(
            "pennies",
            List.of("h", "t"),
            List.of("h", "t"),
            new double[][] {{1, -1}, {-1, 1}},
            new double[][] {{-1, 1}, {1, -1}});
    assertThat(new AlphaRank(RolePayoffs.exact(game), 50, 20).stationary())
        .containsExactly(new double[] {0.25, 0.25, 0.25, 0.25}, within(1e-12));
  }

  /** Where what one earns does not depend on whom one meets, it is the Fermi process. */
  @Test
  void constantPayoffsRankAsRareMutationsDo() {
    PayoffMatrix constant =
        PayoffMatrix.exact(SIGNS, new double[][] {{1, 1, 1}, {1.1, 1.1, 1.1}, {0.9, 0.9, 0.9}});
    double[] rare =
        new RareMutations(
                new FinitePopulation(
                    constant, UpdateRule.PAIRWISE_COMPARISON, new Selection.Exponential(0.7), 0),
                10)
            .stationary();
    assertThat(new AlphaRank(constant, 0.7, 10).stationary()).containsExactly(rare, within(1e-12));
  }

  /** Two copies are tied: neither is favoured, and the dominated third is never come back to. */
  @Test
  void tiesShareEvenlyInTheLimit() {
    PayoffMatrix tied = PayoffMatrix.exact(SIGNS, new double[][] {{1, 1, 2}, {1, 1, 2}, {0, 0, 1}});
    assertThat(new AlphaRank(tied, Double.POSITIVE_INFINITY, 30).stationary())
        .containsExactly(new double[] {0.5, 0.5, 0}, within(1e-9));
  }

  @Test
  void threePopulationsAreRankedTogether() {
    List<String> actions = List.of("left", "right");
    double[] together = {1, 0, 0, 0, 0, 0, 0, 2};
    Game game =
        Game.of(
            "three",
            List.of(actions, actions, actions),
            new double[][] {together, together, together});
    double[] shares = new AlphaRank(RolePayoffs.exact(game), 10, 20).stationary();
    assertThat(DoubleStream.of(shares).sum()).isEqualTo(1, within(1e-12));
    assertThat(shares[7]).isGreaterThan(shares[0]);
  }

  @Test
  void whatCannotBeRankedIsRefused() {
    assertThatThrownBy(() -> new AlphaRank(CYCLE, -1, 5)).hasMessageContaining("alpha of -1");
    assertThatThrownBy(() -> new AlphaRank(CYCLE, 1, 1)).hasMessageContaining("population of 1");
    PayoffMatrix many = PayoffMatrix.exact(Collections.nCopies(1001, "x"), new double[1001][1001]);
    assertThatThrownBy(() -> new AlphaRank(many, 1, 5)).hasMessageContaining("Leave out types");
  }
}
