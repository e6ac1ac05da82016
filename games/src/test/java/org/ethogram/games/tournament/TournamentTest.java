package org.ethogram.games.tournament;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.OptionalDouble;
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
  private static final Terms TEN_ROUNDS = Terms.of(DILEMMA, new Horizon.Known(10));

  /** Payoffs of 3/0/5/1 over ten rounds, by hand. */
  @Test
  void scoresAndRanksByPayoff() {
    Standings standings =
        play(roundRobin(TEN_ROUNDS, 2, "always-cooperate", "always-defect", "tit-for-tat"));
    assertThat(encounter(standings, 1, 0).payoff().value()).isEqualTo(5);
    assertThat(encounter(standings, 2, 1).payoff().value()).isEqualTo(0.9, within(1e-12));
    assertThat(encounter(standings, 1, 2).payoff().value()).isEqualTo(1.4, within(1e-12));
    assertThat(encounter(standings, 1, 2).margin().value()).isEqualTo(0.5, within(1e-12));
    assertThat(standings.score(0).value()).isEqualTo((0 + 3) / 2.0);
    assertThat(standings.medianScore(1)).isEqualTo((5 + 1.4) / 2, within(1e-12));
    assertThat(standings.ranking()).containsExactly(1, 2, 0);
    assertThat(standings.wins(1).value()).isEqualTo(2);
    assertThat(standings.wins(2).value()).isZero();
    assertThat(standings.encounter(0, 0)).isEmpty();
  }

  @Test
  void countsOutcomesFromThePlayersSide() {
    Standings standings =
        play(roundRobin(TEN_ROUNDS, 2, "always-cooperate", "always-defect", "tit-for-tat"));
    Tally titForTat = encounter(standings, 2, 1).outcomes();
    assertThat(titForTat.cooperation()).isEqualTo(new Ratio(2, 20));
    assertThat(titForTat.initialCooperation()).isEqualTo(new Ratio(2, 2));
    assertThat(titForTat.share(true, false)).isEqualTo(new Ratio(2, 20));
    assertThat(titForTat.cooperationAfter(true, false)).isEqualTo(new Ratio(0, 2));
    assertThat(titForTat.cooperationAfter(true, true)).isEqualTo(Ratio.UNDEFINED);
    Tally defector = encounter(standings, 1, 2).outcomes();
    assertThat(defector.share(false, true)).isEqualTo(new Ratio(2, 20));
    assertThat(defector.cooperationAfter(false, true)).isEqualTo(new Ratio(0, 2));
    assertThat(standings.outcomes(2).rounds()).isEqualTo(40);
  }

  @Test
  void resultsDependOnTheSeedAlone() {
    Tournament tournament =
        roundRobin(TEN_ROUNDS.withNoise(0.05), 5, "random", "tit-for-tat", "grim-trigger");
    Standings one = tournament.play(new Seed(3), Progress.NONE);
    Standings again = tournament.play(new Seed(3), Progress.NONE);
    Standings other = tournament.play(new Seed(4), Progress.NONE);
    for (int player = 0; player < 3; player++) {
      assertThat(again.scores(player)).containsExactly(one.scores(player));
      assertThat(other.scores(player)).isNotEqualTo(one.scores(player));
    }
  }

  /** Nothing is estimated where nothing is drawn, so the error is none, and once is enough. */
  @Test
  void certainMatchesArePlayedOnce() {
    Standings standings =
        play(roundRobin(TEN_ROUNDS, 6, "always-defect", "tit-for-tat", "grim-trigger"));
    assertThat(standings.roundsPlayed()).isEqualTo(30);
    assertThat(standings.outcomes(0).rounds()).isEqualTo(120);
    assertThat(standings.score(0)).isEqualTo(new Mean(6, 1.4, OptionalDouble.of(0)));
    Standings noisy = play(roundRobin(TEN_ROUNDS.withNoise(0.5), 1, "always-defect", "random"));
    assertThat(noisy.score(0).standardError()).isEmpty();
  }

  /** The mean of 1, 2, 3 and 6 is 3, its standard error sqrt((4 + 1 + 0 + 9) / 3 / 4). */
  @Test
  void errorsAreThoseOfTheMean() {
    Mean mean = Moments.of(1, 2, 3, 6).mean(true);
    assertThat(mean.value()).isEqualTo(3, within(1e-12));
    assertThat(mean.standardError().orElseThrow())
        .isEqualTo(Math.sqrt(14 / 3.0 / 4), within(1e-12));
    assertThat(Moments.of(2).mean(true).standardError()).isEmpty();
  }

  /** The mean of R, S, T and P is 9 / 4; both seats of self-play count. */
  @Test
  void aPlayerMeetsItsCopyWhereAsked() {
    Terms terms = Terms.of(DILEMMA, new Horizon.Known(500));
    Tournament alone = Tournament.roundRobin(terms, strategies("random"), 3, true);
    Standings standings = play(alone);
    assertThat(standings.score(0).value()).isEqualTo(2.25, within(0.15));
    assertThat(standings.outcomes(0).rounds()).isEqualTo(3000);
    assertThat(standings.outcomesWithOthers(0).rounds()).isZero();
    assertThat(standings.wins(0).value()).isZero();
    Tally outcomes = standings.outcomes(0);
    assertThat(outcomes.count(true, false)).isEqualTo(outcomes.count(false, true));
  }

  @Test
  void onlyThePairsMeet() {
    Pairings ring = new Pairings(3, List.of(new Pairings.Pair(0, 1), new Pairings.Pair(2, 1)));
    Standings standings =
        play(
            new Tournament(
                TEN_ROUNDS,
                strategies("always-cooperate", "always-defect", "tit-for-tat"),
                ring,
                1));
    assertThat(standings.opponents(1)).containsExactly(0, 2);
    assertThat(standings.opponents(2)).containsExactly(1);
    assertThat(standings.score(2).value()).isEqualTo(0.9, within(1e-12));
    assertThat(standings.encounter(0, 2)).isEmpty();
  }

  /** The mean of a geometric length with continuation 0.9 is 10. */
  @Test
  void randomEndingsAreDrawn() {
    Terms terms = Terms.of(DILEMMA, new Horizon.Geometric(0.9));
    Standings standings = play(roundRobin(terms, 2000, "always-defect", "tit-for-tat"));
    assertThat(standings.roundsPlayed() / 2000.0).isEqualTo(10, within(0.7));
    // One round of T, the others of P: 1 + 4 E[1 / length], E[1 / length] = -0.1 ln(0.1) / 0.9.
    assertThat(standings.score(0).value()).isEqualTo(1 + 4 * 0.1 * Math.log(10) / 0.9, within(0.1));
    assertThat(standings.score(0).standardError().orElseThrow()).isPositive();
  }

  @Test
  void whatCannotBePlayedIsRefused() {
    assertThatThrownBy(() -> roundRobin(TEN_ROUNDS, 0, "random", "tit-for-tat"))
        .hasMessageContaining("0 repetitions");
    assertThatThrownBy(() -> roundRobin(TEN_ROUNDS, 100_000_000, "random", "tit-for-tat"))
        .hasMessageContaining("at most 25000000 repetitions");
    assertThatThrownBy(() -> roundRobin(TEN_ROUNDS, 1, "random"))
        .isInstanceOf(EthogramException.class)
        .hasMessageContaining("without a pair");
    assertThatThrownBy(
            () -> new Pairings(2, List.of(new Pairings.Pair(0, 1), new Pairings.Pair(1, 0))))
        .hasMessageContaining("paired twice");
    assertThatThrownBy(() -> new Pairings(2, List.of(new Pairings.Pair(0, 2))))
        .hasMessageContaining("0 and 2 of 2");
    assertThatThrownBy(() -> new Tournament(TEN_ROUNDS, List.of(), Pairings.roundRobin(2, true), 1))
        .hasMessageContaining("0 strategies for 2 players");
  }

  private static Standings play(Tournament tournament) {
    return tournament.play(new Seed(1), Progress.NONE);
  }

  private static Encounter encounter(Standings standings, int player, int opponent) {
    return standings.encounter(player, opponent).orElseThrow();
  }

  private static Tournament roundRobin(Terms terms, int repetitions, String... names) {
    return Tournament.roundRobin(terms, strategies(names), repetitions, false);
  }

  private static List<DilemmaStrategy> strategies(String... names) {
    return Stream.of(names).map(name -> (DilemmaStrategy) Strategies.named(name)).toList();
  }
}
