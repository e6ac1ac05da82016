package org.ethogram.cli.games.evolve;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ethogram.report.figure.Figure;
import org.ethogram.report.tables.Table;
import org.ethogram.report.text.TextTable;
import org.jspecify.annotations.Nullable;

/** What was found, as text for a reader and as rows for a program. */
final class Findings {
  private final List<String> lines = new ArrayList<>();
  private final List<Map<String, @Nullable Object>> rows = new ArrayList<>();
  private Optional<Figure> figure = Optional.empty();

  void say(String sentence) {
    lines.add(sentence);
  }

  void show(Table table) {
    lines.add("");
    lines.add(table.title());
    lines.addAll(TextTable.lines(table));
    if (!table.note().isEmpty()) {
      lines.add(table.note());
    }
  }

  /** A row of this kind, to be filled. */
  Map<String, @Nullable Object> row(String kind) {
    Map<String, @Nullable Object> row = new LinkedHashMap<>();
    row.put("kind", kind);
    rows.add(row);
    return row;
  }

  void picture(Figure picture) {
    figure = Optional.of(picture);
  }

  List<String> lines() {
    return lines;
  }

  List<Map<String, @Nullable Object>> rows() {
    return rows;
  }

  Optional<Figure> figure() {
    return figure;
  }
}
