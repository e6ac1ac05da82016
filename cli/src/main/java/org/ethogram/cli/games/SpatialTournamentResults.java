package org.ethogram.cli.games;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.ethogram.core.Ratio;
import org.ethogram.games.networks.Graph;
import org.ethogram.games.networks.Lattice;
import org.ethogram.games.spatial.SpatialTournament.Site;
import org.ethogram.games.tournament.Mean;
import org.ethogram.report.figure.Axis;
import org.ethogram.report.figure.ColourScale;
import org.ethogram.report.figure.FigureFiles;
import org.ethogram.report.figure.HeatMap;
import org.ethogram.report.figure.HeatMap.Cell;
import org.ethogram.report.figure.HeatMap.Side;
import org.ethogram.report.figure.Kind;
import org.ethogram.report.figure.Mosaic;
import org.ethogram.report.tables.Table;
import org.ethogram.report.text.TextTable;

/**
 * How a spatial tournament came out.
 *
 * @param lattice where the graph is a grid that can be drawn
 */
record SpatialTournamentResults(Graph graph, Optional<Lattice> lattice, List<Site> sites) {
  private static final int MOST_ROWS = 60;

  /** A line a node. */
  List<Map<String, Object>> json() {
    return sites.stream().map(SpatialTournamentResults::json).toList();
  }

  private static Map<String, Object> json(Site site) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("node", site.label());
    line.put("strategy", site.strategy());
    line.put("degree", site.degree());
    site.score()
        .ifPresent(
            score -> {
              line.put("score", score.value());
              score.standardError().ifPresent(error -> line.put("standard_error", error));
              line.put("n", score.count());
            });
    site.cooperation().value().ifPresent(rate -> line.put("cooperation", rate));
    return line;
  }

  List<String> text() {
    List<String> lines = new ArrayList<>();
    lines.add(graph.toString());
    lines.add("");
    lines.addAll(TextTable.lines(byStrategy()));
    if (sites.size() <= MOST_ROWS) {
      lines.add("");
      lines.addAll(TextTable.lines(byNode()));
      lines.add("Score: payoff a round, mean over neighbours, with its standard error over n.");
    }
    return lines;
  }

  List<Path> write(Path folder) {
    List<Path> written = new ArrayList<>();
    lattice.ifPresent(
        grid -> {
          written.addAll(FigureFiles.write(folder, scores(grid)));
          written.addAll(FigureFiles.write(folder, places(grid)));
        });
    return written;
  }

  private Table byStrategy() {
    Map<String, List<Site>> groups = new LinkedHashMap<>();
    sites.forEach(
        site -> groups.computeIfAbsent(site.strategy(), _ -> new ArrayList<>()).add(site));
    List<List<Table.Cell>> rows =
        groups.entrySet().stream()
            .sorted((one, other) -> Double.compare(mean(other.getValue()), mean(one.getValue())))
            .map(group -> row(group.getKey(), group.getValue()))
            .toList();
    return new Table(
        "By strategy",
        "",
        List.of("strategy", "nodes", "mean score", "lowest", "highest", "cooperation"),
        rows);
  }

  private static List<Table.Cell> row(String strategy, List<Site> group) {
    double[] scores = scores(group);
    Ratio cooperation = group.stream().map(Site::cooperation).reduce(Ratio.UNDEFINED, Ratio::plus);
    return List.of(
        Table.Cell.words(strategy),
        Table.Cell.number(Integer.toString(group.size())),
        Table.Cell.number(scores.length == 0 ? "n/a" : decimal(mean(group))),
        Table.Cell.number(scores.length == 0 ? "n/a" : decimal(scores[0])),
        Table.Cell.number(scores.length == 0 ? "n/a" : decimal(scores[scores.length - 1])),
        Table.Cell.number(percent(cooperation)));
  }

  private Table byNode() {
    List<List<Table.Cell>> rows = new ArrayList<>();
    for (Site site : sites) {
      rows.add(
          List.of(
              Table.Cell.words(site.label()),
              Table.Cell.words(site.strategy()),
              Table.Cell.number(Integer.toString(site.degree())),
              Table.Cell.number(site.score().map(SpatialTournamentResults::written).orElse("n/a")),
              Table.Cell.number(site.score().map(score -> "" + score.count()).orElse("0")),
              Table.Cell.number(percent(site.cooperation()))));
    }
    return new Table(
        "By node", "", List.of("node", "strategy", "degree", "score", "n", "cooperation"), rows);
  }

  private HeatMap scores(Lattice grid) {
    List<List<Cell>> cells =
        IntStream.range(0, grid.rows())
            .mapToObj(
                row ->
                    IntStream.range(0, grid.columns())
                        .mapToObj(column -> cell(sites.get(row * grid.columns() + column)))
                        .toList())
            .toList();
    return new HeatMap(
        "spatial-scores",
        "Scores by place",
        "Each cell is a node's payoff a round, the mean over its neighbours.",
        "score",
        "payoff a round",
        Side.numbers("row", "", IntStream.rangeClosed(1, grid.rows()).asDoubleStream().toArray()),
        Side.numbers(
            "column", "", IntStream.rangeClosed(1, grid.columns()).asDoubleStream().toArray()),
        ColourScale.covering(cells, Axis.Notation.DECIMAL),
        cells);
  }

  private Mosaic places(Lattice grid) {
    List<String> names = sites.stream().map(Site::strategy).distinct().toList();
    int[] kinds = sites.stream().mapToInt(site -> names.indexOf(site.strategy())).toArray();
    return new Mosaic(
        "spatial-strategies",
        "Who stands where",
        "Each cell is a node, in the colour of its strategy.",
        Kind.of(names),
        1,
        List.of(Grids.of("", grid, kinds)));
  }

  private static Cell cell(Site site) {
    return site.score().map(score -> Cell.of(score.value())).orElse(Cell.MISSING);
  }

  private static double[] scores(List<Site> group) {
    return group.stream()
        .flatMap(site -> site.score().stream())
        .mapToDouble(Mean::value)
        .sorted()
        .toArray();
  }

  private static double mean(List<Site> group) {
    return Arrays.stream(scores(group)).average().orElse(Double.NEGATIVE_INFINITY);
  }

  private static String written(Mean score) {
    return decimal(score.value())
        + (score.standardError().isPresent()
            ? " ± " + decimal(score.standardError().getAsDouble())
            : "");
  }

  private static String percent(Ratio ratio) {
    return ratio.value().isPresent()
        ? String.format(Locale.ROOT, "%.1f%%", 100 * ratio.value().getAsDouble())
        : "n/a";
  }

  private static String decimal(double value) {
    return String.format(Locale.ROOT, "%.3f", value);
  }
}
