package org.ethogram.games.strategies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.ethogram.core.Seed;
import org.ethogram.games.Game;
import org.ethogram.games.catalogue.Catalogue;
import org.ethogram.games.play.History;
import org.ethogram.games.play.Horizon;
import org.ethogram.games.play.Match;
import org.ethogram.games.play.Seat;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every strategy moves as it does in the Axelrod library, version 4.13.0. */
class ReferenceTest {
  private static final Game DILEMMA = Catalogue.named("prisoners-dilemma");

  /** Of each line the strategy, its opponent, its moves and, where it is hidden, the length. */
  @TestFactory
  Stream<DynamicTest> deterministicStrategiesMoveAsTheReferenceDoes() throws IOException {
    return ReferenceFile.tests(
        "traces.csv",
        lines -> {
          for (String[] line : lines) {
            Horizon horizon = horizon(line.length == 4 ? line[3] : "known", line[2].length());
            assertThat(moves(play(line[0], line[1], horizon), 0))
                .as("%s against %s", line[0], line[1])
                .isEqualTo(line[2]);
          }
        });
  }

  /** Of each line the strategy, its opponent, its moves and their probabilities. */
  @TestFactory
  Stream<DynamicTest> stochasticStrategiesHaveTheProbabilitiesOfTheReference() throws IOException {
    return ReferenceFile.tests(
        "chances.csv",
        lines -> {
          for (String[] line : lines) {
            requireProbabilities(line[0], line[1], line[2], line[3]);
          }
        });
  }

  /**
   * Of each line the strategy, whether it knows the length, the other's moves and its own: no move
   * that the reference drew is impossible here, and cooperation was drawn as often as it should be.
   */
  @TestFactory
  Stream<DynamicTest> drawsOfTheReferenceAreAsProbableAsTheyWereFrequent() throws IOException {
    return ReferenceFile.tests(
        "draws.csv",
        lines -> {
          Calibration afterC = new Calibration();
          Calibration afterD = new Calibration();
          for (String[] line : lines) {
            DilemmaPlayer player = player(line[0], horizon(line[1], line[3].length()));
            boolean other = true;
            for (int round = 0; round < line[3].length(); round++) {
              boolean cooperated = line[3].charAt(round) == 'C';
              double cooperation = player.cooperation();
              assertThat(cooperated ? cooperation : 1 - cooperation)
                  .as("%s in round %d after %s", line[0], round + 1, line[2].substring(0, round))
                  .isGreaterThan(1e-9);
              (other ? afterC : afterD).add(cooperated, cooperation);
              other = line[2].charAt(round) == 'C';
              player.observe(cooperated, other);
            }
          }
          assertThat(afterC.standardErrorsOff()).isBetween(-4.0, 4.0);
          assertThat(afterD.standardErrorsOff()).isBetween(-4.0, 4.0);
        });
  }

  /**
   * Of each line a strategy and how often it cooperated in 200 rounds against every strategy of the
   * file, itself included.
   */
  @Test
  void everyPairOfDeterministicStrategiesCooperatesAsOftenAsInTheReference() throws IOException {
    List<String[]> lines = ReferenceFile.lines("roundrobin.csv");
    for (int row = 0; row < lines.size(); row++) {
      for (int column = row; column < lines.size(); column++) {
        String one = lines.get(row)[0];
        String other = lines.get(column)[0];
        History history = play(one, other, new Horizon.Known(200));
        assertThat(List.of(cooperations(history, 0), cooperations(history, 1)))
            .as("%s against %s", one, other)
            .containsExactly(
                lines.get(row)[1].split(" ")[column], lines.get(column)[1].split(" ")[row]);
      }
    }
  }

  private static String cooperations(History history, int seat) {
    return Long.toString(moves(history, seat).chars().filter(move -> move == 'C').count());
  }

  private static Horizon horizon(String length, int rounds) {
    return length.equals("known") ? new Horizon.Known(rounds) : new Horizon.Unknown(rounds);
  }

  private static History play(String strategy, String opponent, Horizon horizon) {
    return new Match(
            DILEMMA, List.of(Strategies.named(strategy), Strategies.named(opponent)), horizon)
        .play(new Seed(1));
  }

  private static String moves(History history, int seat) {
    StringBuilder moves = new StringBuilder();
    for (int round = 1; round <= history.rounds(); round++) {
      moves.append(history.action(round, seat) == 0 ? 'C' : 'D');
    }
    return moves.toString();
  }

  private static DilemmaPlayer player(String strategy, Horizon horizon) {
    return ((DilemmaStrategy) Strategies.named(strategy)).begin(new Seat(DILEMMA, 0, horizon));
  }

  private static void requireProbabilities(
      String strategy, String opponent, String moves, String probabilities) {
    Horizon horizon = new Horizon.Known(moves.length());
    DilemmaPlayer self = player(strategy, horizon);
    DilemmaPlayer other = player(opponent, horizon);
    String[] expected = probabilities.split(" ");
    for (int round = 0; round < moves.length(); round++) {
      // Where the reference hides its probability it was found by a grid of 200 draws.
      assertThat(self.cooperation())
          .as(
              "%s against %s in round %d after %s",
              strategy, opponent, round + 1, moves.substring(0, round))
          .isCloseTo(Double.parseDouble(expected[round]), within(0.006));
      boolean selfCooperates = moves.charAt(round) == 'C';
      boolean otherCooperates = other.cooperation() == 1;
      self.observe(selfCooperates, otherCooperates);
      other.observe(otherCooperates, selfCooperates);
    }
  }

  /** How far frequencies are from the probabilities that were stated for them. */
  private static final class Calibration {
    private double excess;
    private double variance;

    void add(boolean happened, double probability) {
      excess += (happened ? 1 : 0) - probability;
      variance += probability * (1 - probability);
    }

    /** Zero where next to nothing was drawn. */
    double standardErrorsOff() {
      return variance < 1 ? 0 : excess / Math.sqrt(variance);
    }
  }
}
