package org.ethogram.games.linear;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Linear equations in exact fractions. */
public final class LinearSystem {
  private LinearSystem() {}

  /**
   * The solution by Gauss-Jordan elimination; empty where there is none or more than one.
   *
   * @param rows n rows of n coefficients and a right-hand side; used up
   */
  public static Optional<List<Rational>> solve(Rational[][] rows) {
    int size = rows.length;
    for (int column = 0; column < size; column++) {
      int pivot = column;
      while (pivot < size && rows[pivot][column].isZero()) {
        pivot++;
      }
      if (pivot == size) {
        return Optional.empty();
      }
      Rational[] swapped = rows[pivot];
      rows[pivot] = rows[column];
      rows[column] = swapped;
      eliminate(rows, column);
    }
    List<Rational> solution = new ArrayList<>();
    for (int row = 0; row < size; row++) {
      solution.add(rows[row][size].over(rows[row][row]));
    }
    return Optional.of(solution);
  }

  private static void eliminate(Rational[][] rows, int column) {
    for (int row = 0; row < rows.length; row++) {
      if (row != column && !rows[row][column].isZero()) {
        Rational factor = rows[row][column].over(rows[column][column]);
        for (int place = column; place <= rows.length; place++) {
          rows[row][place] = rows[row][place].minus(factor.times(rows[column][place]));
        }
      }
    }
  }
}
