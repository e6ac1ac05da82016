package org.ethogram.cli.games;

import java.util.List;
import java.util.stream.IntStream;
import org.ethogram.games.networks.Lattice;
import org.ethogram.report.figure.Mosaic;

/** The nodes of a lattice where they stand. */
final class Grids {
  private Grids() {}

  static Mosaic.Grid of(String title, Lattice lattice, int[] kinds) {
    List<List<Integer>> rows =
        IntStream.range(0, lattice.rows())
            .mapToObj(
                row ->
                    IntStream.range(0, lattice.columns())
                        .mapToObj(column -> kinds[row * lattice.columns() + column])
                        .toList())
            .toList();
    return new Mosaic.Grid(title, rows);
  }
}
