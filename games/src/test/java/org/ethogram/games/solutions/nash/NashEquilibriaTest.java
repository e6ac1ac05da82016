package org.ethogram.games.solutions.nash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ethogram.games.solutions.Examples.bimatrix;
import static org.ethogram.games.solutions.Examples.fractions;
import static org.ethogram.games.solutions.Examples.profile;
import static org.ethogram.games.solutions.Examples.random;

import java.util.HashSet;
import java.util.List;
import java.util.random.RandomGenerator;
import org.ethogram.core.EthogramException;
import org.ethogram.core.Seed;
import org.ethogram.games.Game;
import org.ethogram.games.catalogue.Catalogue;
import org.ethogram.games.linear.Rational;
import org.ethogram.games.solutions.Equilibrium;
import org.ethogram.games.solutions.MixedProfile;
import org.ethogram.games.solutions.nash.NashEquilibria.Degeneracy;
import org.ethogram.games.solutions.nash.NashEquilibria.Method;
import org.junit.jupiter.api.Test;

class NashEquilibriaTest {
  @Test
  void bachOrStravinskyHasTwoPureAndOneMixedEquilibrium() {
    NashEquilibria nash = NashEquilibria.of(Catalogue.named("bach-or-stravinsky"));
    assertThat(nash.degeneracy()).isEqualTo(Degeneracy.NONDEGENERATE);
    assertThat(profiles(nash.equilibria()))
        .containsExactly(profile("1 0; 1 0"), profile("0 1; 0 1"), profile("2/3 1/3; 1/3 2/3"));
    assertThat(nash.equilibria().getLast().payoffs()).isEqualTo(fractions("2/3 2/3"));
  }

  /** Von Stengel 2007, Algorithmic Game Theory, example (3.3). */
  @Test
  void thePublishedThreeByTwoGameHasItsThreeEquilibria() {
    Game game = bimatrix("3 3; 2 5; 0 6", "3 2; 2 6; 3 1");
    assertThat(profiles(NashEquilibria.of(game).equilibria()))
        .containsExactlyInAnyOrder(
            profile("1 0 0; 1 0"), profile("4/5 1/5 0; 2/3 1/3"), profile("0 1/3 2/3; 1/3 2/3"));
  }

  /**
   * Savani & von Stengel 2006, table 1 with the payoffs of von Stengel 1999, New maximal numbers of
   * equilibria in bimatrix games: 75, more than any game whose players have 6 actions was thought
   * to have.
   */
  @Test
  void vonStengelsSixBySixGameHasSeventyFiveEquilibria() {
    String second =
        "-81 -180 20 -30 270 90; 36 72 -3 17 -153 -36; -126 -333 42 -33 297 126;"
            + " 126 297 -33 42 -333 -126; -36 -153 17 -3 72 36; 90 270 -30 20 -180 -81";
    String first =
        "72 -180 297 -333 270 -153; 36 -81 126 -126 90 -36; 17 -30 42 -33 20 -3;"
            + " -3 20 -33 42 -30 17; -36 90 -126 126 -81 36; -153 270 -333 297 -180 72";
    NashEquilibria nash = NashEquilibria.of(bimatrix(first, second));
    assertThat(nash.degeneracy()).isEqualTo(Degeneracy.NONDEGENERATE);
    assertThat(nash.equilibria()).hasSize(75).allMatch(Equilibrium::isExact);
    assertThat(nash.subsets()).hasSize(75).allMatch(NashSubset::isSingle);
  }

  @Test
  void equilibriaOfADegenerateGameAreListedBySets() {
    NashEquilibria nash = NashEquilibria.of(bimatrix("1 1; 0 2", "1 1; 0 2"));
    assertThat(nash.degeneracy()).isEqualTo(Degeneracy.DEGENERATE);
    // The first action against any mixture with at least half of the first, and the pure pair.
    assertThat(nash.subsets())
        .containsExactlyInAnyOrder(
            new NashSubset(
                List.of(fractions("1 0")), List.of(fractions("1 0"), fractions("1/2 1/2")), 0),
            new NashSubset(List.of(fractions("0 1")), List.of(fractions("0 1")), 1));
  }

  /**
   * Avis, Rosenberg, Savani & von Stengel 2010 show how subsets meet in a component. Here by hand:
   * both players are indifferent as long as the other plays the first action, so that each of the
   * two sets holds one player fast, and they meet where both play it.
   */
  @Test
  void subsetsThatMeetAreOneComponent() {
    NashEquilibria nash = NashEquilibria.of(bimatrix("1 1; 1 0", "1 1; 1 0"));
    assertThat(nash.subsets())
        .containsExactlyInAnyOrder(
            new NashSubset(
                List.of(fractions("1 0"), fractions("0 1")), List.of(fractions("1 0")), 0),
            new NashSubset(
                List.of(fractions("1 0")), List.of(fractions("1 0"), fractions("0 1")), 0));
  }

  @Test
  void inAGameWithoutStakesEverythingIsOneSet() {
    NashEquilibria nash = NashEquilibria.of(bimatrix("0 0; 0 0", "0 0; 0 0"));
    assertThat(nash.subsets()).hasSize(1);
    assertThat(nash.equilibria()).hasSize(4);
  }

  /** Nondegenerate games have an odd number of equilibria (Wilson 1971). */
  @Test
  void threeWaysOfFindingEquilibriaAgreeOnRandomGames() {
    RandomGenerator random = new Seed(5).generator();
    for (int run = 0; run < 40; run++) {
      Game game = random(random, 2 + run % 4, 2 + run % 3);
      NashEquilibria nash = NashEquilibria.of(game);
      List<MixedProfile> all = profiles(nash.equilibria());
      assertThat(nash.equilibria()).isNotEmpty().allMatch(Equilibrium::isExact);
      assertThat(all)
          .containsAll(profiles(List.copyOf(new LemkeHowson(game).equilibria().keySet())))
          .containsAll(profiles(PureEquilibria.of(game)));
      if (nash.degeneracy() == Degeneracy.NONDEGENERATE) {
        assertThat(all.size() % 2).isEqualTo(1);
        assertThat(profiles(new SupportEnumeration(game).equilibria()))
            .containsExactlyInAnyOrderElementsOf(all);
      }
    }
  }

  @Test
  void pathsEndInDegenerateGamesToo() {
    RandomGenerator random = new Seed(6).generator();
    for (int run = 0; run < 40; run++) {
      double[][] row = new double[4][4];
      double[][] column = new double[4][4];
      for (int place = 0; place < 16; place++) {
        row[place / 4][place % 4] = random.nextInt(3);
        column[place / 4][place % 4] = random.nextInt(3);
      }
      List<String> names = List.of("a", "b", "c", "d");
      Game game = Game.twoPlayer("ties", names, names, row, column);
      assertThat(profiles(NashEquilibria.of(game).equilibria()))
          .containsAll(profiles(List.copyOf(new LemkeHowson(game).equilibria().keySet())));
    }
  }

  /** Shapley 1974, A note on the Lemke-Howson algorithm, figure 2: three equilibria. */
  @Test
  void shapleysExampleIsSolved() {
    Game game = bimatrix("2 2 0; 0 3 0; 3 0 1", "3 0 2; 0 3 2; 0 0 1");
    NashEquilibria nash = NashEquilibria.of(game);
    assertThat(profiles(nash.equilibria()))
        .containsAll(profiles(List.copyOf(new LemkeHowson(game).equilibria().keySet())));
    assertThat(nash.equilibria()).allMatch(Equilibrium::isExact);
  }

  @Test
  void aLargeGameIsLeftToPathsAndSaysSo() {
    Game game = random(new Seed(7).generator(), 18, 18);
    NashEquilibria nash = NashEquilibria.of(game);
    assertThat(nash.method()).isEqualTo(Method.LEMKE_HOWSON);
    assertThat(nash.isComplete()).isFalse();
    assertThat(nash.equilibria()).isNotEmpty().allMatch(Equilibrium::isExact);
  }

  @Test
  void affineChangesOfPayoffsChangeNothing() {
    Game game = random(new Seed(8).generator(), 4, 5);
    assertThat(profiles(NashEquilibria.of(game.rescaled(0.25, -17.5)).equilibria()))
        .isEqualTo(profiles(NashEquilibria.of(game).equilibria()));
  }

  @Test
  void payoffsAreExactFractions() {
    Game game = bimatrix("0.1 0; 0 0.2", "0.3 0; 0 0.1");
    assertThat(NashEquilibria.of(game).equilibria().getLast().profile())
        .isEqualTo(profile("1/4 3/4; 2/3 1/3"));
  }

  @Test
  void gamesOfThreeAreRefused() {
    assertThatThrownBy(() -> NashEquilibria.of(Catalogue.named("public-goods")))
        .isInstanceOf(EthogramException.class)
        .hasMessageContaining("3 players");
    assertThat(profiles(PureEquilibria.of(Catalogue.named("public-goods"))))
        .containsExactly(profile("0 1; 0 1; 0 1"));
  }

  @Test
  void noEquilibriumIsListedTwice() {
    Game game = bimatrix("1 1 0; 1 1 0; 0 0 0", "1 1 0; 1 1 0; 0 0 0");
    List<MixedProfile> all = profiles(NashEquilibria.of(game).equilibria());
    assertThat(new HashSet<>(all)).hasSameSizeAs(all);
    assertThat(NashEquilibria.of(game).equilibria())
        .allMatch(one -> one.regret().equals(Rational.ZERO));
  }

  private static List<MixedProfile> profiles(List<Equilibrium> equilibria) {
    return equilibria.stream().map(Equilibrium::profile).toList();
  }
}
