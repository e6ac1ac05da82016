package org.ethogram.games.solutions.polynomial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.ethogram.games.solutions.Examples.binary;
import static org.ethogram.games.solutions.Examples.profile;
import static org.ethogram.games.solutions.Examples.random;

import java.util.List;
import org.ethogram.core.EthogramException;
import org.ethogram.core.Seed;
import org.ethogram.games.Game;
import org.ethogram.games.catalogue.Catalogue;
import org.ethogram.games.solutions.Equilibrium;
import org.ethogram.games.solutions.MixedProfile;
import org.ethogram.games.solutions.nash.NashEquilibria;
import org.ethogram.games.solutions.nash.NashEquilibria.Degeneracy;
import org.junit.jupiter.api.Test;

class MixedEquilibriaTest {
  /**
   * Nau, Gomez Canovas & Hansen 2004, On the geometry of Nash equilibria and correlated equilibria,
   * section 4: the only equilibrium is irrational. The equations of indifference come down to 12q^2
   * + 13q - 9 = 0 for the second player, p = 3(1 - q)/(3 - q) and r = (2 - 3q)/(1 + q).
   */
  @Test
  void theOnlyEquilibriumOfAPublishedGameIsIrrational() {
    Game game = binary(3, "3 0 2; 1 0 0; 0 2 0; 0 1 0; 0 1 0; 0 3 0; 1 0 0; 2 0 3");
    MixedEquilibria mixed = MixedEquilibria.of(game, new Seed(1));
    assertThat(mixed.equilibria()).hasSize(1);
    assertThat(mixed.regular()).isTrue();
    Equilibrium only = mixed.equilibria().getFirst();
    assertThat(only.isExact()).isFalse();
    assertThat(only.regret().toDouble()).isLessThan(1e-12);
    double q = (Math.sqrt(601) - 13) / 24;
    assertThat(probability(only, 0)).isCloseTo(3 * (1 - q) / (3 - q), within(1e-12));
    assertThat(probability(only, 1)).isCloseTo(q, within(1e-12));
    assertThat(probability(only, 2)).isCloseTo((2 - 3 * q) / (1 + q), within(1e-12));
  }

  /** McKelvey & McLennan 1996, Computation of equilibria in finite games: nine equilibria. */
  @Test
  void aTwoByTwoByTwoGameHasItsNineEquilibria() {
    Game game = binary(3, "9 8 12; 0 0 0; 0 0 0; 3 4 6; 0 0 0; 3 4 6; 9 8 2; 0 0 0");
    MixedEquilibria mixed = MixedEquilibria.of(game, new Seed(1));
    assertThat(mixed.equilibria()).hasSize(9);
    assertThat(mixed.equilibria().stream().filter(one -> supports(one) == 6)).hasSize(2);
    assertThat(mixed.regular()).isTrue();
  }

  @Test
  void twoPlayersAreSolvedAsByPolytopes() {
    for (int run = 0; run < 10; run++) {
      Game game = random(new Seed(run).generator(), 3, 3);
      if (NashEquilibria.of(game).degeneracy() == Degeneracy.DEGENERATE) {
        continue;
      }
      assertThat(profiles(MixedEquilibria.of(game, new Seed(1)).equilibria()))
          .containsExactlyInAnyOrderElementsOf(profiles(NashEquilibria.of(game).equilibria()));
    }
  }

  /** Wilson 1971: nearly all games have an odd number of equilibria. */
  @Test
  void randomGamesOfThreeHaveAnOddNumberWhateverTheSeed() {
    for (int run = 0; run < 6; run++) {
      Game game = random(new Seed(run).generator(), 2, 2, 3);
      MixedEquilibria mixed = MixedEquilibria.of(game, new Seed(1));
      assertThat(mixed.regular()).isTrue();
      assertThat(mixed.equilibria().size() % 2).isEqualTo(1);
      assertThat(mixed.equilibria()).allMatch(one -> one.regret().toDouble() < 1e-9);
      assertThat(MixedEquilibria.of(game, new Seed(2)).equilibria())
          .hasSameSizeAs(mixed.equilibria());
    }
  }

  @Test
  void fourPlayersWhoMismatchMixEvenly() {
    // Everybody wins 1 for being in the minority of one; half and half for all is an equilibrium.
    StringBuilder payoffs = new StringBuilder();
    for (int index = 0; index < 16; index++) {
      for (int seat = 0; seat < 4; seat++) {
        int own = index >> (3 - seat) & 1;
        int same = own == 1 ? Integer.bitCount(index) : 4 - Integer.bitCount(index);
        payoffs.append(same == 1 ? 1 : 0).append(seat < 3 ? " " : index < 15 ? "; " : "");
      }
    }
    MixedEquilibria mixed = MixedEquilibria.of(binary(4, payoffs.toString()), new Seed(1));
    assertThat(profiles(mixed.equilibria()))
        .contains(profile("1/2 1/2; 1/2 1/2; 1/2 1/2; 1/2 1/2"));
  }

  /** Nau, Gomez Canovas & Hansen 2004, section 5: a continuum of completely mixed equilibria. */
  @Test
  void aContinuumIsToldOf() {
    Game game = binary(3, "0 0 2; 1 1 0; 0 3 0; 0 0 0; 3 0 0; 0 0 0; 0 0 0; 0 0 3");
    MixedEquilibria mixed = MixedEquilibria.of(game, new Seed(1));
    assertThat(mixed.regular()).isFalse();
    assertThat(mixed.equilibria().stream().filter(Equilibrium::isPure)).hasSize(3);
  }

  @Test
  void dominanceLeavesOneProfileOfThePublicGoodsGame() {
    MixedEquilibria mixed = MixedEquilibria.of(Catalogue.named("public-goods"), new Seed(1));
    assertThat(profiles(mixed.equilibria())).containsExactly(profile("0 1; 0 1; 0 1"));
    assertThat(mixed.supports()).isZero();
  }

  @Test
  void tooManySupportsAreRefusedWithWhatToChoose() {
    Game game = random(new Seed(1).generator(), 6, 6, 6);
    assertThatThrownBy(() -> MixedEquilibria.of(game, new Seed(1)))
        .isInstanceOf(EthogramException.class)
        .hasMessageContaining("combinations of supports");
  }

  /** Of the first action. */
  private static double probability(Equilibrium equilibrium, int seat) {
    return equilibrium.profile().strategy(seat).getFirst().toDouble();
  }

  private static int supports(Equilibrium equilibrium) {
    return equilibrium.profile().support(0).size()
        + equilibrium.profile().support(1).size()
        + equilibrium.profile().support(2).size();
  }

  private static List<MixedProfile> profiles(List<Equilibrium> equilibria) {
    return equilibria.stream().map(Equilibrium::profile).toList();
  }
}
