package org.ethogram.games.classification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalInt;
import org.ethogram.games.Game;
import org.ethogram.games.catalogue.Catalogue;
import org.ethogram.games.catalogue.PublicGoods;
import org.ethogram.games.linear.Rational;
import org.junit.jupiter.api.Test;

class GameTraitsTest {
  @Test
  void aPrisonersDilemmaIsADilemmaWithAPotential() {
    GameTraits traits = GameTraits.of(Catalogue.named("prisoners-dilemma"));
    assertThat(traits.dominant()).containsExactly(OptionalInt.of(1), OptionalInt.of(1));
    assertThat(traits.socialDilemma()).isTrue();
    assertThat(traits.deficientEquilibrium()).isTrue();
    // Every symmetric 2x2 game has an exact potential (Monderer & Shapley 1996).
    assertThat(traits.exactPotential()).isTrue();
    assertThat(traits.improvementsEnd()).isTrue();
    assertThat(traits.constantSum()).isEmpty();
  }

  @Test
  void matchingPenniesIsZeroSumAndRunsInCircles() {
    GameTraits traits = GameTraits.of(Catalogue.named("matching-pennies"));
    assertThat(traits.constantSum()).hasValue(Rational.ZERO);
    assertThat(traits.equilibria()).isEmpty();
    assertThat(traits.exactPotential()).isFalse();
    assertThat(traits.improvementsEnd()).isFalse();
    assertThat(traits.socialDilemma()).isFalse();
  }

  @Test
  void sumsAreComparedAsDecimalsNotAsBinaryFractions() {
    // 0.1 + 0.2 and 0.3 + 0 differ in binary.
    Game game =
        Game.twoPlayer(
            "decimals",
            List.of("a", "b"),
            List.of("c"),
            new double[][] {{0.1}, {0.3}},
            new double[][] {{0.2}, {0}});
    assertThat(GameTraits.of(game).constantSum()).hasValue(Rational.of(3, 10));
  }

  @Test
  void aPublicGoodIsADilemmaOnlyForMultipliersBelowTheNumberOfPlayers() {
    assertThat(GameTraits.of(PublicGoods.game(4, 2, 1)).socialDilemma()).isTrue();
    GameTraits generous = GameTraits.of(PublicGoods.game(4, 5, 1));
    assertThat(generous.socialDilemma()).isFalse();
    assertThat(generous.dominantActions()).isEqualTo(4);
    assertThat(generous.deficientEquilibrium()).isFalse();
  }

  @Test
  void aStagHuntHasADeficientEquilibriumWithoutBeingADilemmaOfDominance() {
    GameTraits traits = GameTraits.of(Catalogue.named("stag-hunt"));
    assertThat(traits.equilibria()).hasSize(2);
    assertThat(traits.socialDilemma()).isFalse();
    assertThat(traits.deficientEquilibrium()).isTrue();
    assertThat(GameTraits.of(Catalogue.named("pure-coordination")).commonInterest()).isTrue();
  }
}
