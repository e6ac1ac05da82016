package org.ethogram.games.strategies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.ethogram.core.EthogramException;
import org.ethogram.core.Seed;
import org.ethogram.games.Game;
import org.ethogram.games.catalogue.Catalogue;
import org.ethogram.games.play.History;
import org.ethogram.games.play.Horizon;
import org.ethogram.games.play.Match;
import org.ethogram.games.play.Seat;
import org.ethogram.games.play.Strategy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StrategiesTest {
  private static final Set<String> NEED_PARAMETERS =
      Set.of("cycle", "memory-one", "aon", "finite-state-machine", "lookup-table");

  /** Traces worked out by hand from the strategies' published rules. */
  @ParameterizedTest
  @CsvSource({
    "always-cooperate, CDDCC, CCCCC",
    "always-defect, CDDCC, DDDDD",
    "tit-for-tat, CDDCCD, CCDDCC",
    "suspicious-tit-for-tat, CDDCCD, DCDDCC",
    "tit-for-two-tats, CDCDDDC, CCCCCDD",
    "grim-trigger, CCDCCC, CCCDDD",
    // Wins 3 with CC, shifts after CD, stays after DC, shifts after DD.
    "win-stay-lose-shift, CDCCDDC, CCDDDCD",
    "defect-once(3), CDDCC, CCDCC",
    "cycle:CCD, DDDDDDD, CCDCCDC",
    "'memory-one(0,1,0,0,1)', CCDDC, DDDCD",
    "generous-tit-for-tat(0), CDDC, CCDD",
    // Tit for tat as an automaton and as a table.
    "'finite-state-machine(1, C, 1C1C 1D1D)', CDDCCD, CCDDCC",
    "'lookup-table(0, 1, 0, CD, C)', CDDCCD, CCDDCC",
    // All or none over one round is win-stay-lose-shift; over two it needs two alike rounds.
    "aon(1), CDCCDDC, CCDDDCD",
    "aon(2), CDDDDC, CCDDCD"
  })
  void playsAsItsSourceSays(String strategy, String others, String expected) {
    assertThat(trace(strategy, others)).isEqualTo(expected);
  }

  @Test
  void generousTitForTatForgivesAThirdOfDefections() {
    Strategy generous = Strategies.named("Generous Tit-for-Tat");
    Seat seat = seat("prisoners-dilemma", 0);
    assertThat(generous.probabilities(seat, History.start(2).with(0, 1)))
        .containsExactly(1.0 / 3, 1 - 1.0 / 3);
    assertThat(generous.probabilities(seat, History.start(2).with(1, 0))).containsExactly(1, 0);
  }

  @Test
  void cooperationIsTheActionThatThePayoffsCallCooperative() {
    assertThat(
            Strategies.named("always-cooperate")
                .probabilities(seat("deadlock", 0), History.start(2)))
        .containsExactly(0, 1);
  }

  @Test
  void withoutACooperativeActionTheFirstOneTakesItsPart() {
    Strategy titForTat = Strategies.named("tit-for-tat");
    Seat second = seat("bach-or-stravinsky", 1);
    assertThat(titForTat.probabilities(second, History.start(2))).containsExactly(1, 0);
    assertThat(titForTat.probabilities(second, History.start(2).with(1, 0))).containsExactly(0, 1);
  }

  @Test
  void amongThreeTitForTatFollowsHalfOfTheOthers() {
    Strategy titForTat = Strategies.named("tit-for-tat");
    Seat first = seat("public-goods", 0);
    assertThat(titForTat.probabilities(first, History.start(3).with(1, 0, 1)))
        .containsExactly(1, 0);
    assertThat(titForTat.probabilities(first, History.start(3).with(0, 1, 1)))
        .containsExactly(0, 1);
  }

  @Test
  void aStrategyOfTwoActionsRefusesAThird() {
    List<String> three = List.of("rock", "paper", "scissors");
    double[][] payoffs = {{0, -1, 1}, {1, 0, -1}, {-1, 1, 0}};
    Game game = Game.twoPlayer("rock-paper-scissors", three, three, payoffs, payoffs);
    Seat seat = new Seat(game, 0, new Horizon.Known(3));
    assertThatThrownBy(() -> Strategies.named("tit-for-tat").start(seat))
        .isInstanceOf(EthogramException.class)
        .hasMessageContaining("has 3 actions");
    assertThat(Strategies.named("random").probabilities(seat, History.start(2)))
        .containsExactly(1.0 / 3, 1.0 / 3, 1.0 / 3);
  }

  @Test
  void everyCardIsFoundByAllItsNames() {
    for (StrategyCard card : Strategies.cards()) {
      if (NEED_PARAMETERS.contains(card.name())) {
        continue;
      }
      assertThat(Strategies.named(card.name()).name()).isEqualTo(card.name());
      for (String name : card.otherNames()) {
        assertThat(Strategies.named(name).name()).isEqualTo(card.name());
      }
    }
    assertThat(Strategies.named("TFT").name()).isEqualTo("tit-for-tat");
    assertThat(Strategies.named("Defect Once (4)").name()).isEqualTo("defect-once(4)");
  }

  @ParameterizedTest
  @CsvSource({
    "tit-for-tit, Did you mean 'tit-for-tat'",
    "random(1.5), no number from 0 to 1",
    "random(x), is no number",
    "defect-once(0), no whole number above 0",
    "cycle:CXD, are not letters C and D",
    "cycle, 0 parameters",
    "tit-for-tat(3), 1 parameters",
    "'memory-one(1,1,0,1)', 4 parameters",
    "'finite-state-machine(1, C, 1C1C)', no transition for C or for D",
    "'finite-state-machine(1, C, 1X1C)', is not written as 1C2D",
    "'lookup-table(0, 1, 0, CDC, C)', 3 moves"
  })
  void whatCannotBePlayedIsSaidPlainly(String text, String message) {
    assertThatThrownBy(() -> Strategies.named(text))
        .isInstanceOf(EthogramException.class)
        .hasMessageContaining(message);
  }

  /** The moves of the strategy against fixed moves, in the prisoner's dilemma. */
  private static String trace(String strategy, String others) {
    History history =
        new Match(
                Catalogue.named("prisoners-dilemma"),
                List.of(Strategies.named(strategy), Strategies.named("cycle:" + others)),
                new Horizon.Unknown(others.length()))
            .play(new Seed(0));
    StringBuilder moves = new StringBuilder();
    for (int round = 1; round <= history.rounds(); round++) {
      moves.append(history.action(round, 0) == 0 ? 'C' : 'D');
    }
    return moves.toString();
  }

  private static Seat seat(String game, int number) {
    return new Seat(Catalogue.named(game), number, new Horizon.Known(5));
  }
}
