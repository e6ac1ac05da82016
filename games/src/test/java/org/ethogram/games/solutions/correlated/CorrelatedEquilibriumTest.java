package org.ethogram.games.solutions.correlated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ethogram.games.solutions.Examples.bimatrix;
import static org.ethogram.games.solutions.Examples.fractions;
import static org.ethogram.games.solutions.Examples.random;

import org.ethogram.core.EthogramException;
import org.ethogram.core.Seed;
import org.ethogram.games.Game;
import org.ethogram.games.catalogue.Catalogue;
import org.ethogram.games.linear.Rational;
import org.ethogram.games.solutions.Equilibrium;
import org.ethogram.games.solutions.Regret;
import org.ethogram.games.solutions.correlated.CorrelatedEquilibrium.Kind;
import org.ethogram.games.solutions.correlated.CorrelatedEquilibrium.Objective;
import org.ethogram.games.solutions.nash.NashEquilibria;
import org.junit.jupiter.api.Test;

class CorrelatedEquilibriumTest {
  /**
   * Aumann 1974, Subjectivity and correlation in randomized strategies, in the form of Osborne &
   * Rubinstein 1994, section 3.3: chicken with 6, 2, 7, 0, where the mediator pays 10 1/2 in sum.
   */
  @Test
  void aumannsGameOfChickenPaysMoreThanItsEquilibria() {
    Game game = bimatrix("6 2; 7 0", "6 7; 2 0");
    CorrelatedEquilibrium best =
        CorrelatedEquilibrium.best(game, Kind.CORRELATED, new Objective.TotalPayoff());
    assertThat(best.distribution()).isEqualTo(fractions("1/2 1/4 1/4 0"));
    assertThat(best.value()).isEqualTo(Rational.of(21, 2));
    assertThat(best.payoffs()).isEqualTo(fractions("21/4 21/4"));
  }

  @Test
  void theLeastPayoffAndThatOfOneSeatAreObjectivesToo() {
    Game game = Catalogue.named("bach-or-stravinsky");
    assertThat(
            CorrelatedEquilibrium.best(game, Kind.CORRELATED, new Objective.LeastPayoff()).value())
        .isEqualTo(Rational.of(3, 2));
    assertThat(
            CorrelatedEquilibrium.best(game, Kind.CORRELATED, new Objective.PayoffOf(1)).payoffs())
        .isEqualTo(fractions("1 2"));
  }

  @Test
  void inThePrisonersDilemmaNothingCanBeRecommendedButDefection() {
    CorrelatedEquilibrium best =
        CorrelatedEquilibrium.best(
            Catalogue.named("prisoners-dilemma"), Kind.COARSE, new Objective.TotalPayoff());
    assertThat(best.distribution()).isEqualTo(fractions("0 0 0 1"));
  }

  /** Every Nash equilibrium is correlated, every correlated one is coarse. */
  @Test
  void theConceptsContainEachOther() {
    for (int run = 0; run < 20; run++) {
      Game game = random(new Seed(run).generator(), 3, 3);
      Objective total = new Objective.TotalPayoff();
      CorrelatedEquilibrium fine = CorrelatedEquilibrium.best(game, Kind.CORRELATED, total);
      CorrelatedEquilibrium coarse = CorrelatedEquilibrium.best(game, Kind.COARSE, total);
      Rational nash =
          NashEquilibria.of(game).equilibria().stream()
              .map(Equilibrium::payoffs)
              .map(payoffs -> payoffs.get(0).plus(payoffs.get(1)))
              .reduce(Rational::max)
              .orElseThrow();
      assertThat(fine.value()).isGreaterThanOrEqualTo(nash);
      assertThat(coarse.value()).isGreaterThanOrEqualTo(fine.value());
      assertThat(Regret.of(game, fine.distribution()).swap()).containsOnly(Rational.ZERO);
      assertThat(Regret.of(game, coarse.distribution()).external())
          .allMatch(regret -> regret.sign() <= 0);
    }
  }

  @Test
  void threePlayersAreAdvisedToo() {
    Game game = random(new Seed(2).generator(), 2, 3, 2);
    CorrelatedEquilibrium best =
        CorrelatedEquilibrium.best(game, Kind.CORRELATED, new Objective.LeastPayoff());
    assertThat(Regret.of(game, best.distribution()).swap()).containsOnly(Rational.ZERO);
  }

  @Test
  void tooLargeGamesAreRefused() {
    Game game = random(new Seed(2).generator(), 17, 17);
    assertThatThrownBy(
            () -> CorrelatedEquilibrium.best(game, Kind.CORRELATED, new Objective.TotalPayoff()))
        .isInstanceOf(EthogramException.class)
        .hasMessageContaining("289 profiles");
  }
}
