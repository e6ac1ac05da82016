package org.ethogram.cli.fit;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.ethogram.cli.display.JsonLines;
import org.ethogram.core.ErrorCode;
import org.ethogram.core.EthogramException;
import org.ethogram.report.figure.Csv;
import org.ethogram.report.figure.Figure;
import org.ethogram.report.figure.FigureFiles;
import org.ethogram.report.figure.Panel;
import org.ethogram.report.fits.Clusters;
import org.ethogram.report.fits.Columns;
import org.ethogram.report.fits.Observations;
import org.ethogram.report.tables.Table;
import org.ethogram.report.text.TerminalPlot;
import org.ethogram.report.text.TextTable;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Puts results where the user wants them: on the terminal, as JSON lines, in a folder. */
final class Delivery {
  private static final JsonMapper INDENTED =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  /** As many dropped rows as are listed on the terminal; JSON lists all. */
  private static final int MOST_DROPPED = 10;

  private static final List<String> FILES_ONLY = List.of("why", "interval of tau");
  private static final int MOST_PLOTS = 2;
  private static final int PLOT_WIDTH = 64;
  private static final int PLOT_HEIGHT = 14;

  private final TableOptions options;
  private final PrintWriter output;
  private final PrintWriter errors;

  Delivery(TableOptions options, PrintWriter output, PrintWriter errors) {
    this.options = options;
    this.output = output;
    this.errors = errors;
  }

  void deliver(
      String name,
      Observations observations,
      Columns columns,
      List<Map<String, Object>> fields,
      List<Table> tables,
      List<Figure> figures) {
    remark(observations, columns);
    if (options.json()) {
      fields.forEach(line -> JsonLines.print(output, line));
    } else {
      for (Table table : tables) {
        if (!table.isEmpty()) {
          output.println(table.title());
          TextTable.lines(onTerminal(table)).forEach(output::println);
          output.println();
        }
      }
      figures.stream().limit(1).forEach(this::plot);
      output.flush();
    }
    options.out().ifPresent(folder -> write(folder, name, fields, tables, figures));
  }

  /** Without the columns that are empty throughout and those that only files have room for. */
  private static Table onTerminal(Table table) {
    List<String> heads = new ArrayList<>();
    for (int column = 0; column < table.head().size(); column++) {
      int index = column;
      boolean empty = table.rows().stream().allMatch(row -> row.get(index).text().isEmpty());
      if (!empty && !FILES_ONLY.contains(table.head().get(column))) {
        heads.add(table.head().get(column));
      }
    }
    return table.only(heads);
  }

  private void plot(Figure figure) {
    if (figure.panels().size() <= MOST_PLOTS) {
      for (Panel panel : figure.panels()) {
        TerminalPlot.lines(panel, PLOT_WIDTH, PLOT_HEIGHT).forEach(output::println);
        output.println();
      }
    }
  }

  /** What a reader must know before the figures. */
  private void remark(Observations observations, Columns columns) {
    if (columns.clusters() instanceof Clusters.Unsaid) {
      errors.println(
          "No intervals: rows of one training run are not independent. Name by --cluster the"
              + " column of what was trained once, or give --cluster none.");
    }
    List<Observations.Dropped> dropped = observations.dropped();
    if (!dropped.isEmpty()) {
      errors.printf(
          Locale.ROOT,
          "%d of %d rows dropped:%n",
          dropped.size(),
          dropped.size() + observations.kept().size());
      dropped.stream()
          .limit(MOST_DROPPED)
          .forEach(row -> errors.println("  row " + row.row() + ": " + row.reason()));
      if (dropped.size() > MOST_DROPPED) {
        errors.println("  and " + (dropped.size() - MOST_DROPPED) + " more; --json lists all");
      }
    }
    errors.flush();
  }

  private void write(
      Path folder,
      String name,
      List<Map<String, Object>> fields,
      List<Table> tables,
      List<Figure> figures) {
    try {
      Files.createDirectories(folder);
      Files.writeString(folder.resolve(name + ".json"), INDENTED.writeValueAsString(fields) + "\n");
      for (Table table : tables) {
        if (!table.isEmpty()) {
          Files.writeString(folder.resolve(fileName(table) + ".csv"), csv(table));
        }
      }
      for (Figure figure : figures) {
        if (!figure.isEmpty()) {
          FigureFiles.write(folder, figure);
        }
      }
    } catch (IOException e) {
      throw new EthogramException(
          ErrorCode.FILE_ACCESS,
          folder.toString(),
          "the results cannot be written: " + e.getMessage(),
          "Choose another folder with --out",
          e);
    }
    errors.println("Written to " + folder);
    errors.flush();
  }

  private static String fileName(Table table) {
    String first = table.title().split("[^A-Za-z-]", 2)[0];
    return "table-" + first.toLowerCase(Locale.ROOT);
  }

  private static String csv(Table table) {
    StringBuilder rows = new StringBuilder(Csv.row(table.head()));
    table.rows().forEach(row -> rows.append(Csv.row(row.stream().map(Table.Cell::text).toList())));
    return rows.toString();
  }
}
