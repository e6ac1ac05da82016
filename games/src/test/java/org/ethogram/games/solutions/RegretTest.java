package org.ethogram.games.solutions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ethogram.games.solutions.Examples.fractions;
import static org.ethogram.games.solutions.Examples.profile;

import org.ethogram.core.EthogramException;
import org.ethogram.games.Game;
import org.ethogram.games.catalogue.Catalogue;
import org.junit.jupiter.api.Test;

class RegretTest {
  private final Game dilemma = Catalogue.named("prisoners-dilemma");

  /** By hand: who cooperates half the time loses 1/2 (1/2 x 2 + 1/2 x 1) = 3/4. */
  @Test
  void aMixedProfileIsAnEpsilonEquilibrium() {
    Regret regret = Regret.of(dilemma, profile("1/2 1/2; 1/2 1/2"));
    assertThat(regret.external()).isEqualTo(fractions("3/4 3/4"));
    assertThat(regret.epsilon()).isEqualTo(Examples.fraction("3/4"));
    assertThat(Regret.of(dilemma, profile("0 1; 0 1")).epsilon().isZero()).isTrue();
  }

  /**
   * Four rounds of matching pennies, HH, TT, HH, HT: the first player got 1, 1, 1, -1. All heads
   * would have got 1, -1, 1, -1; swapping nothing is best for tails, and heads wins 2 of 3. The
   * second player got -2 and would have got 0 by all tails; after H, which met H twice, tails gains
   * 4, and after T, which met T and H, nothing.
   */
  @Test
  void aHistoryHasExternalAndSwapRegret() {
    Regret regret = Regret.of(Catalogue.named("matching-pennies"), fractions("2/4 1/4 0 1/4"));
    assertThat(regret.external()).isEqualTo(fractions("-1/2 1"));
    assertThat(regret.swap()).isEqualTo(fractions("0 1"));
    assertThat(regret.internal()).isEqualTo(fractions("0 1"));
  }

  @Test
  void profilesMustFitTheGame() {
    assertThatThrownBy(() -> Regret.of(dilemma, profile("1/2 1/2")))
        .isInstanceOf(EthogramException.class)
        .hasMessageContaining("1 strategies for 2 players");
    assertThatThrownBy(() -> Regret.of(dilemma, profile("1/2 1/2; 1/2 1/3")))
        .isInstanceOf(EthogramException.class)
        .hasMessageContaining("sum to 5/6");
  }
}
