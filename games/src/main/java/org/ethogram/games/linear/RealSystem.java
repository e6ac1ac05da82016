package org.ethogram.games.linear;

/** Linear equations in floating point. */
public final class RealSystem {
  private RealSystem() {}

  /**
   * Solves the equations in place by Gaussian elimination with partial pivoting.
   *
   * @param matrix n rows of n; used up
   * @param right the right-hand sides, which become the solution
   * @return false where the matrix is singular as far as rounding shows; then nothing is solved
   */
  public static boolean solve(double[][] matrix, double[] right) {
    int size = right.length;
    for (int column = 0; column < size; column++) {
      int pivot = column;
      for (int row = column + 1; row < size; row++) {
        if (Math.abs(matrix[row][column]) > Math.abs(matrix[pivot][column])) {
          pivot = row;
        }
      }
      if (!(Math.abs(matrix[pivot][column]) > 1e-300)) {
        return false;
      }
      exchange(matrix, right, column, pivot);
      for (int row = column + 1; row < size; row++) {
        double factor = matrix[row][column] / matrix[column][column];
        if (factor != 0) {
          for (int place = column; place < size; place++) {
            matrix[row][place] -= factor * matrix[column][place];
          }
          right[row] -= factor * right[column];
        }
      }
    }
    for (int row = size - 1; row >= 0; row--) {
      for (int place = row + 1; place < size; place++) {
        right[row] -= matrix[row][place] * right[place];
      }
      right[row] /= matrix[row][row];
    }
    return true;
  }

  private static void exchange(double[][] matrix, double[] right, int one, int other) {
    double[] row = matrix[one];
    matrix[one] = matrix[other];
    matrix[other] = row;
    double number = right[one];
    right[one] = right[other];
    right[other] = number;
  }
}
