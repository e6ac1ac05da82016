package org.ethogram.cli.games;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.ethogram.games.ecology.EcologicalHistory;
import org.ethogram.games.ecology.EcologicalHistory.Range;
import org.ethogram.report.tables.Table;
import org.ethogram.report.tables.Table.Cell;

/** The shares of an ecological tournament for people and for programs. */
final class EcologyResults {
  private EcologyResults() {}

  static Table table(EcologicalHistory history) {
    int last = history.generations().size() - 1;
    List<List<Cell>> rows = new ArrayList<>();
    for (int type : history.ranking()) {
      int peak = peak(history, type);
      rows.add(
          List.of(
              Cell.number(Integer.toString(rows.size() + 1)),
              Cell.words(history.types().get(type)),
              Cell.number(percent(history.share(0, type))),
              Cell.number(percent(history.lastShare(type)), written(history.interval(type)), ""),
              Cell.number(percent(history.share(peak, type))),
              Cell.number(Integer.toString(peak))));
    }
    return new Table(
        "Ecological tournament",
        "",
        List.of("rank", "type", "start", "generation " + last, "peak", "in generation"),
        rows);
  }

  static String note(EcologicalHistory history) {
    return history.resampledEnds().isEmpty()
        ? "The payoffs are exact."
        : "In brackets the central 95% of n = "
            + history.resampledEnds().size()
            + " tournaments with payoffs drawn within their standard errors.";
  }

  static List<Map<String, Object>> json(EcologicalHistory history) {
    List<Map<String, Object>> lines = new ArrayList<>();
    for (int type : history.ranking()) {
      Map<String, Object> line = new LinkedHashMap<>();
      line.put("rank", lines.size() + 1);
      line.put("type", history.types().get(type));
      line.put("share", history.lastShare(type));
      history
          .interval(type)
          .ifPresent(
              range -> {
                line.put("low", range.low());
                line.put("high", range.high());
                line.put("n", history.resampledEnds().size());
              });
      line.put("shares", history.generations().stream().map(shares -> shares[type]).toList());
      lines.add(line);
    }
    return lines;
  }

  private static int peak(EcologicalHistory history, int type) {
    return IntStream.range(0, history.generations().size())
        .reduce(
            0, (one, next) -> history.share(next, type) > history.share(one, type) ? next : one);
  }

  private static String written(Optional<Range> range) {
    return range
        .map(found -> "[" + percent(found.low()) + ", " + percent(found.high()) + "]")
        .orElse("");
  }

  static String percent(double share) {
    return String.format(Locale.ROOT, "%.2f%%", 100 * share);
  }
}
