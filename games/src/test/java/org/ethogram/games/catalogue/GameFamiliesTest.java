package org.ethogram.games.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.ethogram.core.EthogramException;
import org.ethogram.games.DilemmaPayoffs;
import org.ethogram.games.Game;
import org.ethogram.games.classification.GameNumber;
import org.ethogram.games.classification.GameTraits;
import org.ethogram.games.classification.TwoByTwoClass;
import org.ethogram.games.solutions.nash.PureEquilibria;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GameFamiliesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "symmetric(R=3,S=0,T=5,P=1)",
        "donation(b=3,c=1)",
        "prisoners-dilemma-by-k(k=0.25)",
        "snowdrift(b=4,c=2.5)",
        "hawk-dove(v=2,c=4)",
        "public-goods(players=4,multiplier=1.6,endowment=10)",
        "n-person-prisoners-dilemma(players=3,benefit=1,cost=0.5)",
        "volunteers-dilemma(players=4,benefit=3,cost=1)",
        "stag-hunt(players=5,needed=3,stag=4,hare=1)",
        "minimum-effort(players=2,levels=7,benefit=2,cost=1)",
        "travelers-dilemma(low=2,high=20,reward=2)",
        "coordination(players=3,actions=4)",
        "bach-or-stravinsky(better=3,worse=1)",
        "majority(players=5)",
        "minority(players=5)",
        "asymmetric-matching-pennies(heads=9)"
      })
  void aGameOfAFamilyIsFoundByItsOwnName(String name) {
    Game game = Catalogue.named(name);
    assertThat(game.name()).isEqualTo(name);
    assertThat(Catalogue.named(name.replaceAll("[A-Za-z]+=", " "))).isEqualTo(game);
    assertThat(Catalogue.named(name.toUpperCase(java.util.Locale.ROOT))).isEqualTo(game);
    assertThat(Catalogue.source(game)).isPresent();
  }

  @Test
  void aGameWithOtherPayoffsUnderTheNameHasNoSource() {
    Game game = Catalogue.named("donation(b=3,c=1)");
    assertThat(Catalogue.source(game.rescaled(2, 0))).isEmpty();
    assertThat(Catalogue.source(game.withName("donation(b=x)"))).isEmpty();
    assertThat(Catalogue.source(Catalogue.named("chicken").rescaled(2, 0))).isEmpty();
  }

  @Test
  void everyFamilyIsTestedAbove() {
    assertThat(GameFamilies.families()).hasSize(16);
  }

  @Test
  void payoffsFollowFromTheNumbers() {
    assertThat(DilemmaPayoffs.of(Catalogue.named("donation(b=3,c=1)")))
        .hasValue(new DilemmaPayoffs(2, -1, 3, 0));
    DilemmaPayoffs byIndex =
        DilemmaPayoffs.of(Catalogue.named("prisoners-dilemma-by-k(0.4)")).orElseThrow();
    assertThat(byIndex).isEqualTo(new DilemmaPayoffs(3.5, 0, 5, 1.5));
    assertThat(byIndex.cooperationIndex()).hasValue(0.4);
    assertThat(DilemmaPayoffs.of(Catalogue.named("snowdrift(b=4,c=2)")))
        .hasValue(DilemmaPayoffs.of(Catalogue.named("snowdrift")).orElseThrow());
  }

  @Test
  void oneVolunteerIsEnoughAndAnybodyMayBeIt() {
    Game game = Catalogue.named("volunteers-dilemma(players=3,benefit=2,cost=1)");
    assertThat(game.payoff(0, 0, 1, 1)).isEqualTo(1);
    assertThat(game.payoff(1, 0, 1, 1)).isEqualTo(2);
    assertThat(game.payoff(2, 1, 1, 1)).isZero();
    assertThat(PureEquilibria.profiles(game)).hasSize(3);
  }

  @Test
  void manyHuntersNeedEachOther() {
    Game game = Catalogue.named("stag-hunt(players=3,needed=2,stag=4,hare=1)");
    assertThat(game.payoff(0, 0, 0, 1)).isEqualTo(4);
    assertThat(game.payoff(0, 0, 1, 1)).isZero();
    assertThat(game.payoff(1, 0, 1, 1)).isEqualTo(1);
    assertThat(game.cooperativeAction()).hasValue(0);
  }

  /** Basu 1994: undercutting by one pays at every claim but the lowest. */
  @Test
  void travelersUndercutEachOtherDownToTheLowestClaim() {
    Game game = Catalogue.named("travelers-dilemma(low=2,high=100,reward=2)");
    assertThat(game.payoff(0, 98, 97)).isEqualTo(97);
    assertThat(game.payoff(1, 98, 97)).isEqualTo(101);
    assertThat(PureEquilibria.profiles(game)).containsExactly(new int[] {0, 0});
    assertThat(game.cooperativeAction()).hasValue(98);
  }

  @Test
  void crowdsWinOrLose() {
    Game majority = Catalogue.named("majority");
    Game minority = Catalogue.named("minority");
    assertThat(majority.payoff(0, 0, 0, 1)).isEqualTo(1);
    assertThat(majority.payoff(2, 0, 0, 1)).isZero();
    assertThat(minority.payoff(0, 0, 0, 1)).isZero();
    assertThat(minority.payoff(2, 0, 0, 1)).isEqualTo(1);
    assertThat(minority.payoff(0, 0, 0, 0)).isZero();
    Game coordination = Catalogue.named("three-player-coordination");
    assertThat(coordination.totalPayoff(1, 1, 1)).isEqualTo(3);
    assertThat(coordination.totalPayoff(1, 0, 1)).isZero();
    assertThat(GameTraits.of(coordination).commonInterest()).isTrue();
  }

  @Test
  void theManyPersonDilemmaOfTheCatalogueIsOfTheLinearFamily() {
    Game linear = Catalogue.named("n-person-prisoners-dilemma(players=3,benefit=1,cost=1)");
    Game classic = Catalogue.named("three-person-prisoners-dilemma");
    // Public goods with a share of 1 a contribution of 2: 2 + 1 - 2 for oneself, 1 for each other.
    for (int[] profile : classic.profiles()) {
      assertThat(linear.payoff(0, profile) + 2).isEqualTo(classic.payoff(0, profile));
    }
  }

  @Test
  void theOrdinalGamesHaveNumbersAndNames() {
    assertThat(Catalogue.ordinalGames()).hasSize(144);
    for (Game game : Catalogue.ordinalGames()) {
      GameNumber number = TwoByTwoClass.of(game).number().orElseThrow();
      assertThat(game.name()).isEqualTo("robinson-goforth:" + number.digits());
      assertThat(Catalogue.named(game.name())).isEqualTo(game);
      assertThat(Catalogue.named("ordinal:" + number.name())).isEqualTo(game);
      assertThat(game.isSymmetric()).isEqualTo(number.isSymmetric());
      assertThat(Catalogue.source(game)).isPresent();
    }
    assertThat(Catalogue.named("Hero").name()).isEqualTo("robinson-goforth:144");
    assertThat(Catalogue.named("chicken").name()).isEqualTo("chicken");
    assertThat(Catalogue.named("ordinal:chicken").payoff(0, 0, 0)).isEqualTo(3);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "donation(b=3) | no c",
        "donation(b=3,c=1,d=2) | no parameter 'd'",
        "donation(1,2,3) | more than 2 numbers",
        "donation(b=3,b=2) | b twice",
        "donation(b=x,c=1) | 'x' for b is no finite number",
        "donation(b=NaN,c=1) | 'NaN' for b is no finite number",
        "donation(b=1e999,c=1) | no finite number",
        "donation(b=1,c=3) | Give b above 3",
        "donation(b=3,c=0) | Give c above 0",
        "donatoin(b=3,c=1) | Did you mean 'donation'",
        "donation(b=3,c=1 | parentheses",
        "donation)( | parentheses",
        "public-goods(players=2.5,multiplier=2,endowment=1) | whole number from 2",
        "public-goods(players=99,multiplier=2,endowment=1) | whole number from 2 to 16",
        "minimum-effort(players=16,levels=100,benefit=2,cost=1) | joint choices",
        "prisoners-dilemma-by-k(1.5) | between 0 and 1",
        "minority(4) | odd number",
        "robinson-goforth:711 | layer from 1 to 4",
        "chickn-battle | Did you mean 'chicken-battle'",
        "donation | Did you mean 'donation(b, c)'"
      })
  void whatCannotBeAGameIsSaid(String name, String message) {
    assertThatThrownBy(() -> Catalogue.named(name))
        .isInstanceOf(EthogramException.class)
        .hasMessageContaining(message.strip());
  }
}
