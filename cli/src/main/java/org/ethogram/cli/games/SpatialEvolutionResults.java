package org.ethogram.cli.games;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.ethogram.games.networks.Lattice;
import org.ethogram.games.spatial.SpatialEvolution;
import org.ethogram.report.figure.FigureFiles;
import org.ethogram.report.figure.Kind;
import org.ethogram.report.figure.Mosaic;
import org.ethogram.report.tables.Table;
import org.ethogram.report.text.TextMosaic;
import org.ethogram.report.text.TextTable;

/**
 * How the types of a graph's nodes changed.
 *
 * @param lattice where the graph is a grid that can be drawn
 * @param history the types of all nodes, generation by generation
 */
record SpatialEvolutionResults(
    SpatialEvolution evolution, Optional<Lattice> lattice, List<int[]> history) {
  private static final int SHOWN = 6;
  private static final int ROWS = 11;
  private static final int WIDEST_TEXT = 60;

  /** A line a generation. */
  List<Map<String, Object>> json() {
    List<Map<String, Object>> lines = new ArrayList<>();
    for (int generation = 0; generation < history.size(); generation++) {
      Map<String, Object> line = new LinkedHashMap<>();
      line.put("generation", generation);
      Map<String, Integer> counts = new LinkedHashMap<>();
      int[] counted = evolution.counts(history.get(generation));
      for (int type = 0; type < counted.length; type++) {
        counts.put(types().get(type), counted[type]);
      }
      line.put("counts", counts);
      lines.add(line);
    }
    return lines;
  }

  List<String> text() {
    List<String> lines = new ArrayList<>();
    lines.add(evolution.graph().toString());
    lines.add(
        evolution.rule()
            + (evolution.synchronous() ? ", all at once" : ", one node at a time")
            + (evolution.mean() ? ", payoffs are means" : ", payoffs are sums")
            + (evolution.selfInteraction() ? ", everybody also plays with itself" : ""));
    lines.add("");
    lines.addAll(TextTable.lines(table()));
    lattice
        .filter(grid -> grid.columns() <= WIDEST_TEXT)
        .ifPresent(
            grid -> {
              lines.add("");
              lines.addAll(TextMosaic.lines(mosaic(grid, history.size() - 1)));
            });
    return lines;
  }

  List<Path> write(Path folder) {
    List<double[]> shares =
        history.stream()
            .map(
                nodes ->
                    Arrays.stream(evolution.counts(nodes))
                        .mapToDouble(count -> (double) count / nodes.length)
                        .toArray())
            .toList();
    SharesFigures figures = new SharesFigures("spatial-shares", types(), shares);
    List<Path> written =
        new ArrayList<>(
            FigureFiles.write(folder, figures.stacked("Shares on " + evolution.graph().name())));
    lattice.ifPresent(
        grid -> written.addAll(FigureFiles.write(folder, mosaic(grid, generations(SHOWN)))));
    return written;
  }

  private Table table() {
    List<String> head = new ArrayList<>(List.of("generation"));
    head.addAll(types());
    List<List<Table.Cell>> rows =
        Arrays.stream(generations(ROWS))
            .mapToObj(
                generation ->
                    Stream.concat(
                            Stream.of(Table.Cell.number(Integer.toString(generation))),
                            Arrays.stream(evolution.counts(history.get(generation)))
                                .mapToObj(count -> Table.Cell.number(written(count))))
                        .toList())
            .toList();
    return new Table("Nodes of each type", "", head, rows);
  }

  private String written(int count) {
    return count + " (" + EcologyResults.percent((double) count / evolution.graph().nodes()) + ")";
  }

  private Mosaic mosaic(Lattice grid, int... generations) {
    List<Mosaic.Grid> grids =
        Arrays.stream(generations)
            .mapToObj(
                generation -> Grids.of("generation " + generation, grid, history.get(generation)))
            .toList();
    return new Mosaic(
        "spatial-lattice",
        "Who stands where on " + evolution.graph().name(),
        "Each cell is a node, in the colour of its type.",
        Kind.of(types()),
        3,
        grids);
  }

  /** At most so many generations, evenly apart, the first and the last among them. */
  private int[] generations(int most) {
    int last = history.size() - 1;
    int count = Math.min(last, most - 1);
    return IntStream.rangeClosed(0, count)
        .map(index -> (int) Math.round((double) index * last / count))
        .distinct()
        .toArray();
  }

  private List<String> types() {
    return evolution.payoffs().types();
  }
}
