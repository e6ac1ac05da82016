package org.ethogram.cli.games.tournament;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.ethogram.report.tables.Table;
import org.jspecify.annotations.Nullable;

/** The ranking of a tournament, for a person. */
final class Ranking {
  private static final List<String> HEAD =
      List.of(
          "rank",
          "player",
          "score",
          "wins",
          "cooperation",
          "good partner",
          "eigenjesus",
          "eigenmoses");

  private Ranking() {}

  static Table table(Rows rows) {
    return new Table("Ranking", "", HEAD, rows.players().map(Ranking::row).toList());
  }

  private static List<Table.Cell> row(Map<String, @Nullable Object> row) {
    return List.of(
        Table.Cell.number(Objects.toString(row.get("rank"))),
        Table.Cell.code(Objects.toString(row.get("player"))),
        Table.Cell.number(number(row, "score", "%.4f"), interval(row), ""),
        Table.Cell.number(number(row, "wins", "%.2f")),
        Table.Cell.number(number(row, "cooperation", "%.4f")),
        Table.Cell.number(number(row, "good_partner_rating", "%.4f")),
        Table.Cell.number(number(row, "eigenjesus", "%.4f")),
        Table.Cell.number(number(row, "eigenmoses", "%.4f")));
  }

  /** Empty where the score is exact, and where a single repetition does not tell its error. */
  private static String interval(Map<String, @Nullable Object> row) {
    boolean exact = Objects.equals(row.get("score_standard_error"), 0.0);
    return exact || row.get("score_lower") == null
        ? ""
        : "["
            + number(row, "score_lower", "%.4f")
            + ", "
            + number(row, "score_upper", "%.4f")
            + "]";
  }

  private static String number(Map<String, @Nullable Object> row, String name, String format) {
    Object value = row.get(name);
    return value == null
        ? "n/a"
        : String.format(Locale.ROOT, format, value).replaceFirst("^-(0\\.0+)$", "$1");
  }
}
