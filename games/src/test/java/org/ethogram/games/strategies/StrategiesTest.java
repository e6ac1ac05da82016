package org.ethogram.games.strategies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
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
    // Win-stay lose-shift without a first move written, which is then C.
    "'memory-one(1,0,0,1)', CDCCDDC, CCDDDCD",
    "generous-tit-for-tat(0), CDDC, CCDD",
    // Tit for tat as an automaton and as a table.
    "'finite-state-machine(1, C, 1C1C 1D1D)', CDDCCD, CCDDCC",
    "'lookup-table(0, 1, 0, CD, C)', CDDCCD, CCDDCC",
    // The strategies of the experiments, from their one-line rules.
    "tit-for-three-tats, DDDCDD, CCCDCC",
    "memory-one-grim, CCDCCC, CCCDDD",
    "lenient-grim-2, CDCDDCC, CCCCCDD",
    "lenient-grim-3, DDCDDDC, CCCCCCD",
    "t-2, CDCCCDD, CCDDCCD",
    "t-2, CDCDDCC, CCDDCDD",
    "win-stay-lose-shift-2, CDDDDCC, CCDDCDD",
    "false-cooperator, CCDC, CDDD",
    "exploitive-tit-for-two-tats, CDDCC, DCCDC",
    "exploitive-tit-for-three-tats, DDDDC, DCCDD",
    "exploitive-grim-2, CCCCC, DCCCC",
    "exploitive-grim-2, DDCC, DCDD",
    "exploitive-grim-3, DDDC, DCCD",
    "suspicious-pavlov, CCDDCC, DDDCDD",
    "'reactive(1, 0, 1)', CDDC, CDCC",
    // One defection behind the other it still cooperates, two behind it does not.
    "cure, DDDDCC, CCDDDC",
    "cumulative-reciprocity(0), DDCC, CDDC",
    // Two of three members forgive a single defection.
    "'meta-majority(always-cooperate, tit-for-two-tats, tit-for-tat)', CDCDDC, CCCCCD",
    "'meta-minority(always-cooperate; tit-for-tat; always-defect)', CDC, DDC",
    // Defection would have gained most against a cooperator.
    "'meta-winner(always-cooperate, always-defect)', CCC, CDD",
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
  void actionsCycleByNameInAGameOfAnyKind() {
    List<String> three = List.of("rock", "paper", "scissors");
    Game game = Game.twoPlayer("three", three, three, new double[3][3], new double[3][3]);
    Seat seat = new Seat(game, 0, new Horizon.Known(3));
    Strategy cycle = Strategies.named("action-cycle(Scissors, rock)");
    History history = History.start(2);
    assertThat(cycle.probabilities(seat, history)).containsExactly(0, 0, 1);
    assertThat(cycle.probabilities(seat, history.with(2, 2))).containsExactly(1, 0, 0);
    assertThat(cycle.probabilities(seat, history.with(2, 2).with(0, 1))).containsExactly(0, 0, 1);
    assertThatThrownBy(() -> Strategies.named("action-cycle(papers)").start(seat))
        .isInstanceOf(EthogramException.class)
        .hasMessageContaining("no action 'papers' at seat 1 of three. Did you mean 'paper'");
  }

  @Test
  void everyCardIsFoundByAllItsNames() {
    for (StrategyCard card : Strategies.cards()) {
      if (card.needsParameters()) {
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

  @Test
  void aListMayHoldStrategiesWithParameters() {
    assertThat(Strategies.list("Tit For Tat, memory-one(1,1,0,0,1),cycle:CCD, random"))
        .extracting(Strategy::name)
        .containsExactly("tit-for-tat", "memory-one(1, 1, 0, 0, 1)", "cycle(CCD)", "random");
    assertThat(Strategies.card("memory-one(1,1,0,0,1)").name()).isEqualTo("memory-one");
  }

  @ParameterizedTest
  @CsvSource({
    "'tit-for-tat,,random', nothing stands",
    "'tit-for-tat,', nothing stands",
    "'', nothing stands",
    "'random(0.3,tit-for-tat', a bracket is opened or closed alone"
  })
  void aListWithAHoleIsRefused(String list, String message) {
    assertThatThrownBy(() -> Strategies.list(list))
        .isInstanceOf(EthogramException.class)
        .hasMessageContaining(message);
  }

  /** Press & Dyson 2012 and Stewart & Plotkin 2013 print the vectors of these two. */
  @ParameterizedTest
  @CsvSource({
    "'zero-determinant(1/2, P, 1/9)', 8/9 1/2 1/3 0",
    "'zero-determinant(1/2, P)', 8/9 1/2 1/3 0",
    "'zero-determinant(1/2, R, 1/4)', 1 1/8 1 1/4"
  })
  void zeroDeterminantStrategiesHaveTheirPublishedVectors(String strategy, String vector) {
    Strategy zeroDeterminant = Strategies.named(strategy);
    String[] expected = vector.split(" ");
    int outcome = 0;
    for (int self = 0; self < 2; self++) {
      for (int other = 0; other < 2; other++) {
        double cooperation =
            zeroDeterminant
                .probabilities(seat("prisoners-dilemma", 0), History.start(2).with(self, other))[0];
        assertThat(cooperation).isCloseTo(fraction(expected[outcome++]), within(1e-12));
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "'zero-determinant(1/2, P, 0.3)', at most 0.2222222222222222",
    "'zero-determinant(1/2, P, 0)', Give a phi above 0",
    "'zero-determinant(2, P)', no such relation can be forced",
    "'zero-determinant(1/2, 4)', no such relation can be forced"
  })
  void aRelationThatThePayoffsForbidIsRefused(String strategy, String message) {
    assertThatThrownBy(() -> Strategies.named(strategy).start(seat("prisoners-dilemma", 0)))
        .isInstanceOf(EthogramException.class)
        .hasMessageContaining(message);
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
    "'memory-one(1,1,0)', 3 parameters",
    "'memory-one(1,1,0,NaN)', no number from 0 to 1",
    "'memory-one(1,1,0,1/0)', no number from 0 to 1",
    "memory-one(1, a bracket is opened or closed alone",
    "random(0.3)), a bracket is opened or closed alone",
    "'finite-state-machine(1, CD, 1C1C 1D1D)', where one move belongs",
    "'finite-state-machine(1, C, 1C1C 1D1D 1D1C)', two transitions of state 1",
    "'finite-state-machine(1, C, 1C1C 1D99999999999C)', is not written as 1C2D",
    "'lookup-table(9, 9, 14, C, C)', 32 moves that count",
    "'zero-determinant(x, P)', is no number",
    "'zero-determinant(1/0, P)', is not finite",
    "'finite-state-machine(1, C, 1C1C)', no transition for C or for D",
    "'finite-state-machine(1, C, 1X1C)', is not written as 1C2D",
    "'lookup-table(0, 1, 0, CDC, C)', 3 moves",
    "meta-majority(random), draws its moves",
    "meta-majority(tit-for-tit), Did you mean 'tit-for-tat'",
    "'memory-two(1, 0)', 2 parameters",
    "'reactive(1, 2, 0)', no number from 0 to 1",
    "forgetful-fool-me-once(2), no number from 0 to 1"
  })
  void whatCannotBePlayedIsSaidPlainly(String text, String message) {
    assertThatThrownBy(() -> Strategies.named(text))
        .isInstanceOf(EthogramException.class)
        .hasMessageContaining(message);
  }

  private static double fraction(String written) {
    String[] parts = written.split("/");
    return Double.parseDouble(parts[0]) / (parts.length == 1 ? 1 : Double.parseDouble(parts[1]));
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
