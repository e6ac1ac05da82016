package org.ethogram.cli.fit;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.ethogram.cli.display.CommandText;
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
import org.ethogram.report.page.ChartAssets;
import org.ethogram.report.page.FitPage;
import org.ethogram.report.tables.Table;
import org.ethogram.report.text.TerminalPlot;
import org.ethogram.report.text.TextTable;
import picocli.CommandLine;
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
  private final String command;

  Delivery(TableOptions options, CommandLine commandLine) {
    this.options = options;
    this.output = commandLine.getOut();
    this.errors = commandLine.getErr();
    this.command = CommandText.of(commandLine.getParent().getParseResult().originalArgs());
  }

  void deliver(
      String name,
      Observations observations,
      Columns columns,
      List<Map<String, Object>> fields,
      List<Table> tables,
      List<Figure> figures) {
    List<String> remarks = remarks(observations, columns);
    remarks.forEach(errors::println);
    errors.flush();
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
    options.out().ifPresent(folder -> write(folder, name, remarks, fields, tables, figures));
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
  private static List<String> remarks(Observations observations, Columns columns) {
    List<String> remarks = new ArrayList<>();
    if (columns.clusters() instanceof Clusters.Unsaid) {
      remarks.add(
          "No intervals: rows of one training run are not independent. Name by --cluster the"
              + " column of what was trained once, or give --cluster none.");
    }
    List<Observations.Dropped> dropped = observations.dropped();
    if (!dropped.isEmpty()) {
      remarks.add(
          "%d of %d rows dropped:"
              .formatted(dropped.size(), dropped.size() + observations.kept().size()));
      dropped.stream()
          .limit(MOST_DROPPED)
          .forEach(row -> remarks.add("  row " + row.row() + ": " + row.reason()));
      if (dropped.size() > MOST_DROPPED) {
        remarks.add("  and " + (dropped.size() - MOST_DROPPED) + " more; --json lists all");
      }
    }
    return remarks;
  }

  private void write(
      Path folder,
      String name,
      List<String> remarks,
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
      Set<String> pictures = new TreeSet<>();
      List<Figure> drawn = figures.stream().filter(figure -> !figure.isEmpty()).toList();
      for (Figure figure : drawn) {
        if (FigureFiles.write(folder, figure).contains(folder.resolve(figure.name() + ".png"))) {
          pictures.add(figure.name());
        }
      }
      Files.createDirectories(folder.resolve("assets"));
      for (Map.Entry<String, byte[]> asset : ChartAssets.files().entrySet()) {
        Files.write(folder.resolve("assets").resolve(asset.getKey()), asset.getValue());
      }
      FitPage page =
          new FitPage(drawn.getFirst().title(), remarks, drawn, pictures, tables, command);
      Files.writeString(folder.resolve("index.html"), page.html());
    } catch (IOException e) {
      throw new EthogramException(
          ErrorCode.FILE_ACCESS,
          folder.toString(),
          "the results cannot be written: " + e.getMessage(),
          "Choose another folder with --out",
          e);
    }
    errors.println("Written to " + folder.resolve("index.html"));
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
