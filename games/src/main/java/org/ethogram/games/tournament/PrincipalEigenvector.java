package org.ethogram.games.tournament;

import java.util.Arrays;
import java.util.Optional;

/** The eigenvector of the eigenvalue that is greatest in size, by power iteration from ones. */
final class PrincipalEigenvector {
  private static final int MOST_STEPS = 100_000;
  private static final double PRECISION = 1e-13;

  private PrincipalEigenvector() {}

  /**
   * @param matrix square, one row an entry
   * @return of length 1; empty where the iteration vanishes or does not settle, as it does when the
   *     greatest eigenvalues are complex, opposite or equal but for their vectors
   */
  static Optional<double[]> of(double[][] matrix) {
    double[] vector = new double[matrix.length];
    Arrays.fill(vector, 1 / Math.sqrt(matrix.length));
    for (int step = 0; step < MOST_STEPS; step++) {
      double[] next = product(matrix, vector);
      double length = Math.sqrt(dot(next, next));
      if (length == 0) {
        return Optional.empty();
      }
      double moved = 0;
      for (int entry = 0; entry < next.length; entry++) {
        next[entry] /= length;
        moved = Math.max(moved, Math.abs(next[entry] - vector[entry]));
      }
      vector = next;
      if (moved < PRECISION) {
        return Optional.of(vector);
      }
    }
    return Optional.empty();
  }

  private static double[] product(double[][] matrix, double[] vector) {
    return Arrays.stream(matrix).mapToDouble(row -> dot(row, vector)).toArray();
  }

  private static double dot(double[] left, double[] right) {
    double sum = 0;
    for (int entry = 0; entry < left.length; entry++) {
      sum += left[entry] * right[entry];
    }
    return sum;
  }
}
