package org.ethogram.games.solutions.polynomial;

import org.ethogram.games.linear.RealSystem;

/** Vectors of complex numbers: for each, its real part and then its imaginary part. */
final class ComplexNumbers {
  private ComplexNumbers() {}

  /** Adds {@code factor * one * other} of complex numbers at these places to a third. */
  static void addProduct(
      double[] sum,
      int at,
      double factor,
      double real,
      double imaginary,
      double[] other,
      int from) {
    sum[2 * at] += factor * (real * other[2 * from] - imaginary * other[2 * from + 1]);
    sum[2 * at + 1] += factor * (real * other[2 * from + 1] + imaginary * other[2 * from]);
  }

  /** Solves complex equations as real ones of twice the size; false where they are singular. */
  static boolean solve(double[][] matrix, double[] right) {
    int size = matrix.length;
    double[][] real = new double[2 * size][2 * size];
    for (int row = 0; row < size; row++) {
      for (int column = 0; column < size; column++) {
        double a = matrix[row][2 * column];
        double b = matrix[row][2 * column + 1];
        real[2 * row][2 * column] = a;
        real[2 * row][2 * column + 1] = -b;
        real[2 * row + 1][2 * column] = b;
        real[2 * row + 1][2 * column + 1] = a;
      }
    }
    return RealSystem.solve(real, right);
  }

  static double norm(double[] vector) {
    double largest = 0;
    for (int place = 0; place < vector.length; place += 2) {
      largest = Math.max(largest, Math.hypot(vector[place], vector[place + 1]));
    }
    return largest;
  }
}
