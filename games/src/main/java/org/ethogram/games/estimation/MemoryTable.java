package org.ethogram.games.estimation;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.stream.IntStream;
import org.ethogram.core.Ratio;
import org.ethogram.games.measures.Play;
import org.ethogram.games.measures.WeightedHistory;
import org.ethogram.games.play.DilemmaView;
import org.ethogram.games.play.History;

/**
 * How often players cooperate after what was played before.
 *
 * <p>What was played is written round by round from the earliest, own action first: {@code CD-CC}.
 * Games without a cooperative action have no such table.
 */
public final class MemoryTable {
  private MemoryTable() {}

  /**
   * P(C | the last rounds), over all decisions with so many rounds before them.
   *
   * @param memory how many rounds back, at least 1
   * @return every combination of outcomes, in the order CC, CD, DC, DD; those that never came up
   *     are undefined
   */
  public static SequencedMap<String, Ratio> ofLastRounds(List<Play> plays, int memory) {
    SequencedMap<String, Ratio> table = new LinkedHashMap<>();
    List<String> keys = List.of("");
    for (int back = 0; back < memory; back++) {
      keys =
          keys.stream()
              .flatMap(key -> List.of("CC", "CD", "DC", "DD").stream().map(o -> joined(key, o)))
              .toList();
    }
    keys.forEach(key -> table.put(key, Ratio.UNDEFINED));
    for (Play play : plays) {
      add(table, play, (history, round) -> round > memory ? memory : -1);
    }
    return Collections.unmodifiableSequencedMap(table);
  }

  /**
   * P(C | the whole history so far), for every history of at most so many rounds that came up; the
   * empty history, before the first round, is the empty text.
   */
  public static SequencedMap<String, Ratio> ofWholeHistories(List<Play> plays, int rounds) {
    SequencedMap<String, Ratio> table = new LinkedHashMap<>();
    for (Play play : plays) {
      add(table, play, (history, round) -> round - 1 <= rounds ? round - 1 : -1);
    }
    SequencedMap<String, Ratio> sorted = new LinkedHashMap<>();
    table.keySet().stream()
        .sorted(
            (one, other) ->
                one.length() == other.length()
                    ? one.compareTo(other)
                    : one.length() - other.length())
        .forEach(key -> sorted.put(key, table.get(key)));
    return Collections.unmodifiableSequencedMap(sorted);
  }

  /** How many rounds before a decision make its row; -1 where it has none. */
  @FunctionalInterface
  private interface Looking {
    int back(History history, int round);
  }

  private static void add(SequencedMap<String, Ratio> table, Play play, Looking looking) {
    DilemmaView view = DilemmaView.of(play.game(), play.seat()).orElse(null);
    if (view == null) {
      return;
    }
    for (WeightedHistory weighted : play.histories()) {
      History history = weighted.history();
      for (int round = 1; round <= history.rounds(); round++) {
        int back = looking.back(history, round);
        if (back >= 0) {
          double cooperated = view.selfCooperated(history, round) ? weighted.weight() : 0;
          table.merge(
              written(view, history, round - back, round),
              new Ratio(cooperated, weighted.weight()),
              Ratio::plus);
        }
      }
    }
  }

  private static String written(DilemmaView view, History history, int from, int before) {
    return IntStream.range(from, before)
        .mapToObj(
            round ->
                (view.selfCooperated(history, round) ? "C" : "D")
                    + (view.othersCooperated(history, round) ? "C" : "D"))
        .reduce(MemoryTable::joined)
        .orElse("");
  }

  private static String joined(String before, String outcome) {
    return before.isEmpty() ? outcome : before + "-" + outcome;
  }
}
