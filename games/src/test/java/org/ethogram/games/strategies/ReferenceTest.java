package org.ethogram.games.strategies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ethogram.core.Seed;
import org.ethogram.games.Game;
import org.ethogram.games.catalogue.Catalogue;
import org.ethogram.games.play.History;
import org.ethogram.games.play.Horizon;
import org.ethogram.games.play.Match;
import org.ethogram.games.play.Seat;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Every strategy moves as it does in the Axelrod library, version 4.13.0, which wrote the files
 * beside this test: a line for a strategy and an opponent, with the strategy's moves and, where
 * these are drawn, the probability of cooperation in each round.
 */
class ReferenceTest {
  private static final Game DILEMMA = Catalogue.named("prisoners-dilemma");

  @TestFactory
  Stream<DynamicTest> deterministicStrategiesMoveAsTheReferenceDoes() throws IOException {
    return byStrategy("traces.csv").entrySet().stream()
        .map(
            strategy ->
                DynamicTest.dynamicTest(
                    strategy.getKey(),
                    () -> {
                      for (String[] line : strategy.getValue()) {
                        assertThat(moves(line[0], line[1], line[2].length()))
                            .as("%s against %s", line[0], line[1])
                            .isEqualTo(line[2]);
                      }
                    }));
  }

  @TestFactory
  Stream<DynamicTest> stochasticStrategiesHaveTheProbabilitiesOfTheReference() throws IOException {
    return byStrategy("chances.csv").entrySet().stream()
        .map(
            strategy ->
                DynamicTest.dynamicTest(
                    strategy.getKey(),
                    () -> {
                      for (String[] line : strategy.getValue()) {
                        requireProbabilities(line[0], line[1], line[2], line[3]);
                      }
                    }));
  }

  private static String moves(String strategy, String opponent, int rounds) {
    History history =
        new Match(
                DILEMMA,
                List.of(Strategies.named(strategy), Strategies.named(opponent)),
                new Horizon.Known(rounds))
            .play(new Seed(1));
    StringBuilder moves = new StringBuilder();
    for (int round = 1; round <= rounds; round++) {
      moves.append(history.action(round, 0) == 0 ? 'C' : 'D');
    }
    return moves.toString();
  }

  private static void requireProbabilities(
      String strategy, String opponent, String moves, String probabilities) {
    Horizon horizon = new Horizon.Known(moves.length());
    DilemmaPlayer self =
        ((DilemmaStrategy) Strategies.named(strategy)).begin(new Seat(DILEMMA, 0, horizon));
    DilemmaPlayer other =
        ((DilemmaStrategy) Strategies.named(opponent)).begin(new Seat(DILEMMA, 1, horizon));
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

  private static Map<String, List<String[]>> byStrategy(String file) throws IOException {
    try (InputStream stream =
        Objects.requireNonNull(ReferenceTest.class.getResourceAsStream(file))) {
      return Arrays.stream(new String(stream.readAllBytes(), StandardCharsets.UTF_8).split("\n"))
          .map(line -> line.split(";"))
          .collect(Collectors.groupingBy(line -> line[0], LinkedHashMap::new, Collectors.toList()));
    }
  }
}
