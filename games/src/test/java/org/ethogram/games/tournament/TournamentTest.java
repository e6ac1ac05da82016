package org.ethogram.games.tournament;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.Stream;
import org.ethogram.core.EthogramException;
import org.ethogram.core.Progress;
import org.ethogram.core.Ratio;
import org.ethogram.core.Seed;
import org.ethogram.games.Game;
import org.ethogram.games.catalogue.Catalogue;
import org.ethogram.games.play.Horizon;
import org.ethogram.games.strategies.DilemmaStrategy;
import org.ethogram.games.strategies.Strategies;
import org.junit.jupiter.api.Test;

class TournamentTest {
  private static final Game DILEMMA = Catalogue.named("prisoners-dilemma");

  /** Payoffs of 3/0/5/1 over ten rounds, by hand. */
  @Test
  void scoresAndRanksByPayoff() {
    Standings standings =
        tournament(2, 0, "always-cooperate", "always-defect", "tit-for-tat")
            .play(new Seed(1), Progress.NONE);
    assertThat(standings.payoff(1, 0)).isEqualTo(5);
    assertThat(standings.payoff(2, 1)).isEqualTo(0.9, within(1e-12));
    assertThat(standings.payoff(1, 2)).isEqualTo(1.4, within(1e-12));
    assertThat(standings.score(0)).isEqualTo((0 + 3) / 2.0);
    assertThat(standings.ranking()).containsExactly(1, 2, 0);
    assertThat(standings.cooperation(2, 1)).isEqualTo(new Ratio(2, 20));
    assertThat(standings.cooperation(1, 2)).isEqualTo(new Ratio(0, 20));
    assertThat(standings.cooperationAfter(2, 1, true, false)).isEqualTo(new Ratio(0, 2));
    assertThat(standings.cooperationAfter(1, 2, false, true)).isEqualTo(new Ratio(0, 2));
    assertThat(standings.wins(1)).isEqualTo(4);
    assertThat(standings.met(0, 0)).isFalse();
    assertThat(standings.payoffError(1, 2)).hasValue(0);
  }

  @Test
  void resultsDependOnTheSeedAlone() {
    Tournament tournament = tournament(5, 0.05, "random", "tit-for-tat", "grim-trigger", "pavlov");
    Standings one = tournament.play(new Seed(3), Progress.NONE);
    Standings again = tournament.play(new Seed(3), Progress.NONE);
    Standings other = tournament.play(new Seed(4), Progress.NONE);
    for (int player = 0; player < 4; player++) {
      assertThat(again.scores(player)).containsExactly(one.scores(player));
      assertThat(other.scores(player)).isNotEqualTo(one.scores(player));
    }
  }

  /** With noise e the mean payoff of tit for tat against itself falls to that of chance, 2.25. */
  @Test
  void noiseUndoesTitForTat() {
    DilemmaStrategy titForTat = (DilemmaStrategy) Strategies.named("tit-for-tat");
    Tally tally =
        new DilemmaMatch(DILEMMA, titForTat, titForTat, new Horizon.Known(200_000), 0.05)
            .play(new Seed(7));
    assertThat(DilemmaMatch.payoff(DILEMMA, tally, 0) / tally.rounds())
        .isEqualTo(2.25, within(0.03));
    assertThat(tally.cooperationAfter(0, true, true).value().orElseThrow())
        .isEqualTo(0.95, within(0.01));
  }

  @Test
  void aPlayerMeetsItselfWhereAsked() {
    Tournament alone =
        new Tournament(
            DILEMMA,
            List.of((DilemmaStrategy) Strategies.named("random(0.5)")),
            new Horizon.Known(500),
            3,
            0,
            true);
    // The mean of R, S, T and P is 9 / 4.
    assertThat(alone.play(new Seed(1), Progress.NONE).score(0)).isEqualTo(2.25, within(0.2));
    assertThatThrownBy(
            () -> new Tournament(DILEMMA, alone.field(), new Horizon.Known(5), 3, 0, false))
        .isInstanceOf(EthogramException.class);
    assertThatThrownBy(
            () ->
                new DilemmaMatch(
                    DILEMMA, alone.field().get(0), alone.field().get(0), new Horizon.Known(5), 2))
        .hasMessageContaining("a noise of 2.0");
  }

  private static Tournament tournament(int repetitions, double noise, String... names) {
    return new Tournament(
        DILEMMA,
        Stream.of(names).map(name -> (DilemmaStrategy) Strategies.named(name)).toList(),
        new Horizon.Known(10),
        repetitions,
        noise,
        false);
  }
}
