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

  /**
   * A basis of the vectors that all rows turn into 0.
   *
   * @param rows of coefficients, all of one length, at least one
   */
  public static List<List<Rational>> nullSpace(List<List<Rational>> rows) {
    Rational[][] matrix =
        rows.stream().map(row -> row.toArray(Rational[]::new)).toArray(Rational[][]::new);
    int unknowns = matrix[0].length;
    int[] pivotRow = new int[unknowns];
    int solved = 0;
    for (int column = 0; column < unknowns; column++) {
      int pivot = solved;
      while (pivot < matrix.length && matrix[pivot][column].isZero()) {
        pivot++;
      }
      if (pivot == matrix.length) {
        pivotRow[column] = -1;
        continue;
      }
      Rational[] swapped = matrix[pivot];
      matrix[pivot] = matrix[solved];
      matrix[solved] = swapped;
      clear(matrix, solved, column);
      pivotRow[column] = solved++;
    }
    List<List<Rational>> basis = new ArrayList<>();
    for (int free = 0; free < unknowns; free++) {
      if (pivotRow[free] < 0) {
        List<Rational> vector = new ArrayList<>();
        for (int column = 0; column < unknowns; column++) {
          vector.add(
              column == free
                  ? Rational.ONE
                  : pivotRow[column] < 0
                      ? Rational.ZERO
                      : matrix[pivotRow[column]][free].negated());
        }
        basis.add(vector);
      }
    }
    return basis;
  }

  /** Makes the pivot 1 and the rest of its column 0. */
  private static void clear(Rational[][] matrix, int pivot, int column) {
    Rational divisor = matrix[pivot][column];
    for (int place = 0; place < matrix[pivot].length; place++) {
      matrix[pivot][place] = matrix[pivot][place].over(divisor);
    }
    for (int row = 0; row < matrix.length; row++) {
      Rational factor = matrix[row][column];
      if (row != pivot && !factor.isZero()) {
        for (int place = 0; place < matrix[row].length; place++) {
          matrix[row][place] = matrix[row][place].minus(factor.times(matrix[pivot][place]));
        }
      }
    }
  }
}
