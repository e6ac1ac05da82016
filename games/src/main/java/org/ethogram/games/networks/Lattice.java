package org.ethogram.games.networks;

import java.util.ArrayList;
import java.util.List;

/**
 * A rectangular grid; the node in row r and column c has the number r * columns + c.
 *
 * @param rows at least 1, and 3 where the border is periodic
 * @param columns at least 1, and 3 where the border is periodic
 * @param periodic whether the last row is next to the first and the last column to the first
 */
public record Lattice(int rows, int columns, Neighbourhood neighbourhood, boolean periodic) {

  /** Which cells of a grid are next to each other. */
  public enum Neighbourhood {
    /** The 4 that share a side (von Neumann). */
    SIDES,
    /** The 8 that share a side or a corner (Moore). */
    CORNERS
  }

  /** Half of the ways to a neighbour, in rows and columns; the rest leads back. */
  private static final int[][] TO_SIDES = {{0, 1}, {1, 0}};

  private static final int[][] TO_CORNERS = {{0, 1}, {1, 0}, {1, 1}, {1, -1}};
  private static final int LARGEST = 4_000_000;

  public Lattice {
    int least = periodic ? 3 : 1;
    if (rows < least || columns < least || (long) rows * columns > LARGEST) {
      throw Graph.invalid(
          (periodic ? "torus:" : "lattice:") + rows + "x" + columns,
          rows + " rows and " + columns + " columns",
          "Give at least " + least + " of each, and at most " + LARGEST + " cells");
    }
  }

  public String name() {
    String eight = neighbourhood == Neighbourhood.CORNERS ? ",8" : "";
    return (periodic ? "torus:" : "lattice:") + rows + "x" + columns + eight;
  }

  public Graph graph() {
    int[][] steps = neighbourhood == Neighbourhood.SIDES ? TO_SIDES : TO_CORNERS;
    List<Edge> edges = new ArrayList<>();
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        for (int[] step : steps) {
          int toRow = row + step[0];
          int toColumn = column + step[1];
          if (periodic || (toRow < rows && toColumn >= 0 && toColumn < columns)) {
            int to = toRow % rows * columns + Math.floorMod(toColumn, columns);
            edges.add(new Edge(row * columns + column, to));
          }
        }
      }
    }
    return Graph.of(name(), rows * columns, edges);
  }
}
