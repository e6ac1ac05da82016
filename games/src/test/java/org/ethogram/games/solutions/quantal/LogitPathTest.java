package org.ethogram.games.solutions.quantal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.ethogram.games.solutions.Examples.bimatrix;
import static org.ethogram.games.solutions.Examples.random;

import java.util.OptionalDouble;
import org.ethogram.core.EthogramException;
import org.ethogram.core.Seed;
import org.ethogram.games.Game;
import org.ethogram.games.catalogue.Catalogue;
import org.ethogram.games.solutions.quantal.LogitPath.Ending;
import org.junit.jupiter.api.Test;

class LogitPathTest {
  /** The closed form of a symmetric two-action game is a single equation, solved by halving. */
  @Test
  void theDilemmaFollowsItsOwnEquation() {
    LogitPath path = LogitPath.of(Catalogue.named("prisoners-dilemma"), OptionalDouble.of(1.5));
    double low = 0;
    double high = 1;
    for (int round = 0; round < 60; round++) {
      double middle = (low + high) / 2;
      // Defecting gains 2 against cooperation and 1 against defection.
      double response = 1 / (1 + Math.exp(1.5 * (2 * middle + (1 - middle))));
      if (response > middle) {
        low = middle;
      } else {
        high = middle;
      }
    }
    assertThat(path.ending()).isEqualTo(Ending.LAMBDA_REACHED);
    assertThat(path.last().lambda()).isEqualTo(1.5);
    assertThat(path.last().probabilities().get(0).get(0)).isCloseTo(low, within(1e-9));
    assertThat(path.points().getFirst().probabilities().get(1)).containsExactly(0.5, 0.5);
  }

  /**
   * McKelvey & Palfrey 1995, section 4: in generalised matching pennies the player whose payoff is
   * raised plays that action more often than in equilibrium, unlike the equilibrium says.
   */
  @Test
  void ownPayoffsMatterInAsymmetricMatchingPennies() {
    Game game = bimatrix("9 0; 0 1", "0 1; 1 0");
    LogitPath path = LogitPath.of(game, OptionalDouble.of(1));
    assertThat(path.last().probabilities().get(0).get(0)).isGreaterThan(0.55);
    assertThat(path.points()).allMatch(point -> point.residual() < 1e-8);
    QuantalResponse limit = LogitPath.of(game, OptionalDouble.empty()).last();
    assertThat(limit.probabilities().get(0).get(0)).isCloseTo(0.5, within(1e-3));
    assertThat(limit.probabilities().get(1).get(0)).isCloseTo(0.1, within(1e-3));
  }

  /** Turocy 2005, section 4: among two strict equilibria the path ends at the risk-dominant one. */
  @Test
  void theStagHuntEndsWithHares() {
    LogitPath path = LogitPath.of(Catalogue.named("stag-hunt"), OptionalDouble.empty());
    assertThat(path.ending()).isEqualTo(Ending.NEAR_EQUILIBRIUM);
    assertThat(path.last().probabilities().get(0).get(1)).isGreaterThan(0.999);
    assertThat(path.bends()).isFalse();
  }

  /** An example found by McKelvey, in which lambda falls along the principal branch. */
  @Test
  void aBranchThatBendsBackIsFollowed() {
    Game game = bimatrix("6 6; 7.32 1", "7 7; 6 4");
    LogitPath path = LogitPath.of(game, OptionalDouble.empty());
    assertThat(path.bends()).isTrue();
    assertThat(path.ending()).isEqualTo(Ending.NEAR_EQUILIBRIUM);
    assertThat(path.points()).allMatch(point -> point.residual() < 1e-7);
  }

  @Test
  void pathsOfRandomGamesEndNearEquilibria() {
    for (int run = 0; run < 10; run++) {
      Game game = random(new Seed(run).generator(), 3, 2, 2);
      LogitPath path = LogitPath.of(game, OptionalDouble.empty());
      assertThat(path.ending()).isEqualTo(Ending.NEAR_EQUILIBRIUM);
      assertThat(path.last().regret()).isLessThan(1e-3);
    }
  }

  @Test
  void lambdaMustGoUp() {
    assertThatThrownBy(() -> LogitPath.of(Catalogue.named("chicken"), OptionalDouble.of(-1)))
        .isInstanceOf(EthogramException.class)
        .hasMessageContaining("lambda -1.0");
  }
}
