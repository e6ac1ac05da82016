package org.ethogram.games.tournament;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.ethogram.core.Progress;
import org.ethogram.core.Seed;
import org.ethogram.games.catalogue.Catalogue;
import org.ethogram.games.play.Horizon;
import org.ethogram.games.strategies.DilemmaStrategy;
import org.ethogram.games.strategies.Strategies;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * A round robin of deterministic strategies over 200 turns comes out as in the Axelrod library,
 * version 4.13.0, which wrote the files beside this test: {@code scores.csv} has a line for each
 * player with its total against every player, {@code measures.csv} what the library says of each
 * player. Its eigenvectors were iterated until steps were below 1e-14.
 */
class ReferenceTournamentTest {
  private static final int TURNS = 200;
  private static List<String[]> scores = List.of();
  private static List<String[]> measures = List.of();
  private static Standings standings;

  @BeforeAll
  static void play() throws IOException {
    scores = lines("scores.csv");
    measures = lines("measures.csv").stream().skip(1).toList();
    List<DilemmaStrategy> field =
        scores.stream().map(line -> (DilemmaStrategy) Strategies.named(line[0])).toList();
    Terms terms = Terms.of(Catalogue.named("prisoners-dilemma"), new Horizon.Known(TURNS));
    standings = Tournament.roundRobin(terms, field, 1, true).play(new Seed(1), Progress.NONE);
  }

  @Test
  void everyPairScoresAsInTheReference() {
    List<String> differences = new ArrayList<>();
    for (int player = 0; player < scores.size(); player++) {
      String[] expected = scores.get(player)[1].split(" ");
      for (int opponent = 0; opponent < expected.length; opponent++) {
        double score = standings.encounter(player, opponent).orElseThrow().payoff().value() * TURNS;
        if (Math.abs(score - Double.parseDouble(expected[opponent])) > 1e-6) {
          differences.add(
              "%s against %s: %.1f, not %s"
                  .formatted(
                      scores.get(player)[0], scores.get(opponent)[0], score, expected[opponent]));
        }
      }
    }
    assertThat(scores).hasSize(145);
    assertThat(differences).isEmpty();
  }

  /** The library counts opponents, not copies, in all but its eigenvectors. */
  @Test
  void countsAndRatesAreThoseOfTheReference() {
    Morality morality = new Morality(standings);
    for (int player = 0; player < measures.size(); player++) {
      String[] expected = measures.get(player);
      Tally outcomes = standings.outcomesWithOthers(player);
      assertThat(
              new double[] {
                scoreAmongOthers(player),
                standings.wins(player).value(),
                outcomes.initialCooperation().value().orElseThrow(),
                morality.cooperatingRating(player).value().orElseThrow(),
                morality.goodPartnerRating(player).value().orElseThrow(),
                outcomes.count(true, true),
                outcomes.count(true, false),
                outcomes.count(false, true),
                outcomes.count(false, false)
              })
          .as(expected[0])
          .containsExactly(numbers(expected, 1, 2, 3, 4, 5, 8, 9, 10, 11), within(1e-9));
    }
  }

  @Test
  void eigenvectorRatingsAreThoseOfTheReference() {
    Morality morality = new Morality(standings);
    assertThat(morality.eigenjesus().orElseThrow()).containsExactly(column(6), within(1e-9));
    assertThat(morality.eigenmoses().orElseThrow()).containsExactly(column(7), within(1e-9));
  }

  private static double scoreAmongOthers(int player) {
    return standings.opponents(player).stream()
        .filter(opponent -> opponent != player)
        .mapToDouble(
            opponent -> standings.encounter(player, opponent).orElseThrow().payoff().value())
        .average()
        .orElseThrow();
  }

  private static double[] column(int index) {
    return measures.stream().mapToDouble(line -> Double.parseDouble(line[index])).toArray();
  }

  private static double[] numbers(String[] line, int... columns) {
    return IntStream.of(columns).mapToDouble(at -> Double.parseDouble(line[at])).toArray();
  }

  private static List<String[]> lines(String file) throws IOException {
    try (InputStream stream =
        Objects.requireNonNull(ReferenceTournamentTest.class.getResourceAsStream(file))) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .map(line -> line.split(";"))
          .toList();
    }
  }
}
