package org.ethogram.cli.games.tournament;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.ethogram.core.Ratio;
import org.ethogram.games.tournament.Encounter;
import org.ethogram.games.tournament.Mean;
import org.ethogram.games.tournament.Morality;
import org.ethogram.games.tournament.Standings;
import org.ethogram.games.tournament.Tally;
import org.ethogram.stats.Estimate;
import org.ethogram.stats.Interval;
import org.ethogram.stats.estimates.Means;
import org.jspecify.annotations.Nullable;

/**
 * What a tournament says, as flat rows of named values: the same in JSON lines and in CSV. A value
 * that is undefined is null.
 */
final class Rows {
  private static final boolean[] BOTH = {true, false};

  private final Entrants entrants;
  private final Standings standings;
  private final Morality morality;
  private final Optional<double[]> eigenjesus;
  private final Optional<double[]> eigenmoses;

  Rows(Entrants entrants, Standings standings) {
    this.entrants = entrants;
    this.standings = standings;
    this.morality = new Morality(standings);
    this.eigenjesus = morality.eigenjesus();
    this.eigenmoses = morality.eigenmoses();
  }

  /** A row for each player, the best first. */
  Stream<Map<String, @Nullable Object>> players() {
    List<Integer> ranking = standings.ranking();
    return ranking.stream().map(player -> player(ranking.indexOf(player) + 1, player));
  }

  /** A row for each player and each opponent that it met, in the order of the field. */
  Stream<Map<String, @Nullable Object>> pairs() {
    return all()
        .flatMap(
            player -> standings.opponents(player).stream().map(opponent -> pair(player, opponent)));
  }

  /** A row for each player and repetition. */
  Stream<Map<String, @Nullable Object>> repetitions() {
    return all().flatMap(this::repetitions);
  }

  static Estimate estimate(Mean mean) {
    return Means.of(mean.value(), mean.standardError(), (int) mean.count(), Interval.USUAL_LEVEL);
  }

  private Stream<Integer> all() {
    return Stream.iterate(0, player -> player < entrants.names().size(), player -> player + 1);
  }

  private Map<String, @Nullable Object> player(int rank, int player) {
    Map<String, @Nullable Object> row = new LinkedHashMap<>();
    row.put("rank", rank);
    row.put("player", entrants.names().get(player));
    putMean(row, "score", standings.score(player));
    row.put("repetitions", standings.tournament().repetitions());
    row.put("median_score", standings.medianScore(player));
    row.put("opponents", standings.opponents(player).size());
    row.put("rounds", standings.outcomes(player).rounds());
    putMean(row, "wins", standings.wins(player));
    put(row, "cooperation", standings.outcomes(player).cooperation());
    put(row, "initial_cooperation", standings.outcomes(player).initialCooperation());
    put(row, "cooperating_rating", morality.cooperatingRating(player));
    put(row, "good_partner_rating", morality.goodPartnerRating(player));
    row.put("eigenjesus", eigenjesus.map(vector -> vector[player]).orElse(null));
    row.put("eigenmoses", eigenmoses.map(vector -> vector[player]).orElse(null));
    putOutcomes(row, standings.outcomes(player));
    return row;
  }

  private Map<String, @Nullable Object> pair(int player, int opponent) {
    Encounter encounter = standings.encounter(player, opponent).orElseThrow();
    Tally outcomes = encounter.outcomes();
    Map<String, @Nullable Object> row = new LinkedHashMap<>();
    row.put("player", entrants.names().get(player));
    row.put("opponent", entrants.names().get(opponent));
    row.put("matches", encounter.matches());
    row.put("rounds", outcomes.rounds());
    putMean(row, "payoff", encounter.payoff());
    putMean(row, "margin", encounter.margin());
    row.put("wins", encounter.wins());
    row.put("losses", encounter.losses());
    row.put("matches_as_good_partner", encounter.matchesAsGoodPartner());
    put(row, "cooperation", outcomes.cooperation());
    put(row, "initial_cooperation", outcomes.initialCooperation());
    OptionalDouble vengeful = morality.vengefulCooperation(player, opponent);
    row.put("vengeful_cooperation", value(vengeful));
    putOutcomes(row, outcomes);
    return row;
  }

  private Stream<Map<String, @Nullable Object>> repetitions(int player) {
    double[] scores = standings.scores(player);
    int[] wins = standings.winsByRepetition(player);
    return Stream.iterate(0, repetition -> repetition < scores.length, r -> r + 1)
        .map(
            repetition -> {
              Map<String, @Nullable Object> row = new LinkedHashMap<>();
              row.put("player", entrants.names().get(player));
              row.put("repetition", repetition + 1);
              row.put("score", scores[repetition]);
              row.put("wins", wins[repetition]);
              return row;
            });
  }

  private static void putMean(Map<String, @Nullable Object> row, String name, Mean mean) {
    Estimate estimate = estimate(mean);
    row.put(name, mean.value());
    row.put(name + "_standard_error", value(mean.standardError()));
    row.put(name + "_lower", estimate.interval().map(Interval::lower).orElse(null));
    row.put(name + "_upper", estimate.interval().map(Interval::upper).orElse(null));
  }

  private static void put(Map<String, @Nullable Object> row, String name, Ratio ratio) {
    row.put(name, value(ratio.value()));
  }

  private static @Nullable Double value(OptionalDouble value) {
    return value.isPresent() ? value.getAsDouble() : null;
  }

  /** Shares of the joint outcomes, and P(C | last joint outcome); the player's action first. */
  private static void putOutcomes(Map<String, @Nullable Object> row, Tally outcomes) {
    for (boolean self : BOTH) {
      for (boolean other : BOTH) {
        put(row, letters(self, other), outcomes.share(self, other));
      }
    }
    for (boolean self : BOTH) {
      for (boolean other : BOTH) {
        put(row, letters(self, other) + "_to_c", outcomes.cooperationAfter(self, other));
      }
    }
  }

  private static String letters(boolean self, boolean other) {
    return (self ? "c" : "d") + (other ? "c" : "d");
  }
}
