package org.ethogram.games.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.ethogram.core.EthogramException;
import org.ethogram.games.DilemmaPayoffs;
import org.ethogram.games.Game;
import org.junit.jupiter.api.Test;

class CatalogueTest {
  @Test
  void namesMatchWithoutCaseSpacesAndPunctuation() {
    assertThat(Catalogue.named("Prisoner's Dilemma").name()).isEqualTo("prisoners-dilemma");
    for (Game game : Catalogue.games()) {
      assertThat(Catalogue.named(game.name())).isEqualTo(game);
    }
  }

  @Test
  void anUnknownNameBringsTheNearestOne() {
    assertThatThrownBy(() -> Catalogue.named("stag-hnt"))
        .isInstanceOf(EthogramException.class)
        .hasMessageContaining("Did you mean 'stag-hunt'");
  }

  /** Order of payoffs by Rapoport & Guyer 1966. */
  @Test
  void payoffsStandInTheOrderThatGivesTheGameItsName() {
    assertThat(payoffs("prisoners-dilemma").isPrisonersDilemma()).isTrue();
    assertThat(payoffs("prisoners-dilemma-8-0-10-5").isPrisonersDilemma()).isTrue();
    DilemmaPayoffs stag = payoffs("stag-hunt");
    assertThat(new double[] {stag.reward(), stag.temptation(), stag.punishment(), stag.sucker()})
        .containsExactly(4, 3, 2, 0);
    for (String game : new String[] {"chicken", "snowdrift"}) {
      DilemmaPayoffs chicken = payoffs(game);
      assertThat(chicken.temptation()).isGreaterThan(chicken.reward());
      assertThat(chicken.reward()).isGreaterThan(chicken.sucker());
      assertThat(chicken.sucker()).isGreaterThan(chicken.punishment());
    }
  }

  private static DilemmaPayoffs payoffs(String game) {
    return DilemmaPayoffs.of(Catalogue.named(game)).orElseThrow();
  }
}
