package org.ethogram.games.tournament;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.ethogram.core.Seed;
import org.ethogram.games.Game;
import org.ethogram.games.catalogue.Catalogue;
import org.ethogram.games.play.Horizon;
import org.ethogram.games.strategies.DilemmaStrategy;
import org.ethogram.games.strategies.Strategies;
import org.junit.jupiter.api.Test;

class DilemmaMatchTest {
  private static final Game DILEMMA = Catalogue.named("prisoners-dilemma");
  private static final Terms LONG = Terms.of(DILEMMA, new Horizon.Known(200_000));

  /** With noise e the mean payoff of tit for tat against itself falls to that of chance, 2.25. */
  @Test
  void noiseUndoesTitForTat() {
    Tally tally = play(LONG.withNoise(0.05), "tit-for-tat", "tit-for-tat");
    assertThat(tally.payoff(LONG.payoffs()) / tally.rounds()).isEqualTo(2.25, within(0.03));
    assertThat(tally.cooperationAfter(true, true).value().orElseThrow())
        .isEqualTo(0.95, within(0.01));
  }

  /**
   * Tit for tat answers what it believes to have seen; the one that it wrongs saw nothing amiss.
   */
  @Test
  void misperceptionIsSeenByOneAlone() {
    Tally tally = play(LONG.withMisperception(0.1), "tit-for-tat", "always-cooperate");
    assertThat(tally.cooperation().value().orElseThrow()).isEqualTo(0.9, within(0.005));
    assertThat(tally.seenBySecond().cooperation().value().orElseThrow()).isEqualTo(1);
    assertThat(tally.hadChance()).isTrue();
  }

  @Test
  void certainMatchesDrawNothing() {
    assertThat(play(LONG, "tit-for-tat", "always-defect").hadChance()).isFalse();
    assertThat(play(LONG, "tit-for-tat", "random").hadChance()).isTrue();
    // Always wrong is certain too: cooperation and defection exchange their names.
    assertThat(play(LONG.withNoise(1), "always-cooperate", "always-defect").count(false, true))
        .isEqualTo(200_000);
  }

  @Test
  void exchangingThePlayersExchangesTheirCounts() {
    Tally tally = play(LONG.withNoise(0.2), "tit-for-tat", "random");
    Tally exchanged = tally.seenBySecond();
    assertThat(exchanged.count(true, false)).isEqualTo(tally.count(false, true));
    assertThat(exchanged.cooperationAfter(true, false).denominator())
        .isEqualTo(tally.cooperationAfter(false, true).denominator());
    assertThat(exchanged.rounds()).isEqualTo(tally.rounds());
    assertThat(exchanged.seenBySecond().cooperationAfter(true, false))
        .isEqualTo(tally.cooperationAfter(true, false));
  }

  @Test
  void onlyDilemmasArePlayed() {
    assertThatThrownBy(() -> Terms.of(Catalogue.named("bach-or-stravinsky"), new Horizon.Known(5)))
        .hasMessageContaining("no action of the game is the cooperative one");
    assertThatThrownBy(() -> Terms.of(Catalogue.named("public-goods"), new Horizon.Known(5)))
        .hasMessageContaining("not one of two players with two actions each");
    assertThatThrownBy(() -> LONG.withNoise(2)).hasMessageContaining("a noise of 2.0");
    assertThatThrownBy(() -> LONG.withMisperception(Double.NaN))
        .hasMessageContaining("a misperception of NaN");
  }

  private static Tally play(Terms terms, String first, String second) {
    return new DilemmaMatch(terms, strategy(first), strategy(second)).play(new Seed(7));
  }

  private static DilemmaStrategy strategy(String name) {
    return (DilemmaStrategy) Strategies.named(name);
  }
}
