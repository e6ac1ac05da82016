package org.ethogram.cli.games.analysis;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ethogram.core.Ratio;
import org.ethogram.report.tables.Table;
import org.ethogram.report.text.TextTable;

/** Figures for a person: a table for each kind of figure of each player. */
final class AnalysisText {
  private static final String NOT_AVAILABLE = "n/a";
  private static final Map<String, String> TITLES = new LinkedHashMap<>();

  static {
    TITLES.put("measure", "Measures");
    TITLES.put(
        "memory-one", "P(C) in the first round and after the last outcome, own action first");
    TITLES.put("memory", "P(C) after the last rounds");
    TITLES.put("history", "P(C) after the whole history");
    TITLES.put("nearest", "Nearest strategies, by log-likelihood");
    TITLES.put("strategy-share", "Strategy shares (SFEM)");
  }

  private AnalysisText() {}

  static void print(PrintWriter output, List<AnalysisFigure> figures) {
    Map<String, List<AnalysisFigure>> tables = new LinkedHashMap<>();
    for (AnalysisFigure figure : figures) {
      String kind = figure.kind().equals("strategy-tremble") ? "strategy-share" : figure.kind();
      String title = TITLES.getOrDefault(kind, kind) + ", " + figure.player();
      tables.computeIfAbsent(title, _ -> new ArrayList<>()).add(figure);
    }
    tables.forEach(
        (title, rows) -> {
          output.println(title);
          TextTable.lines(table(title, rows)).forEach(output::println);
          output.println();
        });
  }

  private static Table table(String title, List<AnalysisFigure> rows) {
    List<String> head =
        new ArrayList<>(List.of("", "value", "95% interval", "of", "standard error"));
    List<String> more = List.copyOf(rows.getFirst().more().keySet());
    more.forEach(name -> head.add(name.replace('_', ' ')));
    head.add("n");
    Table all = new Table(title, "", head, rows.stream().map(row -> cells(row, more)).toList());
    int always = rows.getFirst().kind().equals("nearest") ? 2 : 3;
    return all.only(
        head.stream()
            .filter(column -> head.indexOf(column) < always || isFilled(all, column))
            .toList());
  }

  private static boolean isFilled(Table table, String column) {
    int at = table.head().indexOf(column);
    return table.rows().stream().anyMatch(row -> !row.get(at).text().equals(NOT_AVAILABLE));
  }

  private static List<Table.Cell> cells(AnalysisFigure figure, List<String> more) {
    List<Table.Cell> cells = new ArrayList<>();
    cells.add(Table.Cell.code(figure.name()));
    cells.add(Table.Cell.number(Numbers.decimal(figure.estimate().value())));
    cells.add(
        Table.Cell.number(figure.estimate().interval().map(Numbers::bounds).orElse(NOT_AVAILABLE)));
    cells.add(Table.Cell.number(figure.counts().map(AnalysisText::written).orElse(NOT_AVAILABLE)));
    cells.add(
        Table.Cell.number(
            figure.counts().isPresent()
                ? NOT_AVAILABLE
                : Numbers.decimal(figure.estimate().standardError())));
    for (String name : more) {
      cells.add(Table.Cell.number(Numbers.decimal(figure.more().getOrDefault(name, 0.0))));
    }
    cells.add(Table.Cell.number(Integer.toString(figure.estimate().n())));
    return cells;
  }

  private static String written(Ratio counts) {
    return Numbers.decimal(counts.numerator()) + "/" + Numbers.decimal(counts.denominator());
  }
}
