package org.ethogram.cli.games;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.IntStream;
import org.ethogram.core.Ratio;
import org.ethogram.core.Seed;
import org.ethogram.games.Game;
import org.ethogram.games.formats.MatchReport;
import org.ethogram.games.formats.MatchTerms;
import org.ethogram.games.measures.Measures;
import org.ethogram.games.measures.Play;
import org.ethogram.games.measures.WeightedHistory;
import org.ethogram.games.play.History;
import org.ethogram.games.play.Match;
import org.ethogram.games.play.Strategy;
import org.ethogram.stats.Estimate;
import org.ethogram.stats.estimates.ClusteredRatio;
import org.ethogram.stats.estimates.RatioEstimates;

/**
 * The same match played several times, each with chance of its own, and what each player did in it.
 *
 * @param seeds of the matches; the first is the one that was given, so that a single match is the
 *     first of many
 * @param alike whether all matches went the same way
 */
record PlayedMatches(
    Game game,
    List<Strategy> players,
    MatchTerms terms,
    List<Seed> seeds,
    History first,
    boolean alike,
    List<Map<String, List<Ratio>>> measures) {
  private static final double LEVEL = 0.95;
  private static final Set<String> UNBOUNDED =
      Set.of("payoff", "efficiency", "inequality", "regret", "last-round-effect");

  static PlayedMatches of(
      Game game, List<Strategy> players, MatchTerms terms, int repetitions, Seed seed) {
    Match match = terms.match(game, players);
    List<Seed> seeds =
        IntStream.range(0, repetitions)
            .mapToObj(number -> number == 0 ? seed : seed.derive("repetition", number))
            .toList();
    History first = match.play(seed);
    boolean alike = true;
    List<Map<String, List<Ratio>>> measures = new ArrayList<>();
    for (int seat = 0; seat < game.seats(); seat++) {
      measures.add(new LinkedHashMap<>());
    }
    for (Seed own : seeds) {
      History history = match.play(own);
      alike &= history.equals(first);
      for (int seat = 0; seat < game.seats(); seat++) {
        Map<String, List<Ratio>> ofSeat = measures.get(seat);
        measured(game, seat, history)
            .forEach(
                (name, ratio) -> ofSeat.computeIfAbsent(name, _ -> new ArrayList<>()).add(ratio));
      }
    }
    return new PlayedMatches(game, players, terms, seeds, first, alike, measures);
  }

  /** The match of a repetition, once more. */
  History history(int repetition) {
    return repetition == 0 ? first : terms.match(game, players).play(seeds.get(repetition));
  }

  MatchReport report(History history) {
    return new MatchReport(game, history);
  }

  /** Every measure of a player that is defined in a history, by name. */
  static SequencedMap<String, Ratio> measured(Game game, int seat, History history) {
    Play play = new Play(game, seat, history.rounds(), List.of(new WeightedHistory(history, 1)));
    SequencedMap<String, Ratio> measured = new LinkedHashMap<>();
    Measures.all()
        .forEach(
            (name, measure) -> {
              Ratio ratio = measure.apply(play);
              if (ratio.value().isPresent()) {
                measured.put(name, ratio);
              }
            });
    return measured;
  }

  /** A player's measure over all matches; undefined where it never was defined. */
  Ratio pooled(int seat, String measure) {
    return measures.get(seat).getOrDefault(measure, List.of()).stream()
        .reduce(Ratio.UNDEFINED, Ratio::plus);
  }

  /** A player's measure over all matches with a 95% interval, the matches being its units. */
  Estimate estimate(int seat, String measure) {
    List<Ratio> ratios = measures.get(seat).getOrDefault(measure, List.of());
    List<ClusteredRatio> matches =
        IntStream.range(0, ratios.size())
            .mapToObj(match -> new ClusteredRatio(Integer.toString(match), ratios.get(match)))
            .toList();
    return UNBOUNDED.contains(measure) || ratios.stream().anyMatch(PlayedMatches::isNoRate)
        ? RatioEstimates.ratio(matches, LEVEL)
        : RatioEstimates.rate(matches, LEVEL);
  }

  private static boolean isNoRate(Ratio ratio) {
    return ratio.numerator() < 0 || ratio.numerator() > ratio.denominator();
  }

  /** The names of all measures that are defined for some player. */
  List<String> defined() {
    return Measures.all().keySet().stream()
        .filter(name -> measures.stream().anyMatch(ofSeat -> ofSeat.containsKey(name)))
        .toList();
  }
}
