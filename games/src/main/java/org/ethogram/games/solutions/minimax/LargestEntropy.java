package org.ethogram.games.solutions.minimax;

import java.util.Arrays;
import org.ethogram.games.linear.RealSystem;

/**
 * The distribution of largest entropy on a plane, within half spaces, by Newton's method with a
 * logarithmic barrier that is lowered step by step (Boyd & Vandenberghe 2004, Convex Optimization,
 * section 11.3).
 */
final class LargestEntropy {
  private static final double LOWEST_BARRIER = 1e-13;

  private final double[][] directions;
  private final double[][] gains;

  /**
   * @param directions span the plane; each sums to 0
   * @param gains forms that must stay at least 0
   */
  LargestEntropy(double[][] directions, double[][] gains) {
    this.directions = directions;
    this.gains = gains;
  }

  /**
   * @param start above 0, with all gains above 0
   */
  double[] from(double[] start) {
    double[] point = start.clone();
    for (double barrier = gains.length == 0 ? LOWEST_BARRIER : 1e-2;
        barrier >= LOWEST_BARRIER;
        barrier /= 10) {
      for (int round = 0; round < 60; round++) {
        if (!improve(point, barrier)) {
          break;
        }
      }
    }
    return point;
  }

  /** One step uphill; false where there is none worth taking. */
  private boolean improve(double[] point, double barrier) {
    int size = directions.length;
    double[] gradient = new double[point.length];
    double[][] curvature = new double[point.length][point.length];
    for (int place = 0; place < point.length; place++) {
      gradient[place] = -Math.log(point[place]) - 1;
      curvature[place][place] = 1 / point[place];
    }
    for (double[] gain : gains) {
      double slack = product(gain, point);
      for (int one = 0; one < point.length; one++) {
        gradient[one] += barrier * gain[one] / slack;
        for (int other = 0; other < point.length; other++) {
          curvature[one][other] += barrier * gain[one] * gain[other] / (slack * slack);
        }
      }
    }
    double[][] matrix = new double[size][size];
    double[] step = new double[size];
    for (int one = 0; one < size; one++) {
      step[one] = product(directions[one], gradient);
      for (int other = 0; other < size; other++) {
        for (int place = 0; place < point.length; place++) {
          matrix[one][other] +=
              directions[one][place] * product(curvature[place], directions[other]);
        }
      }
    }
    double[] slope = step.clone();
    if (!RealSystem.solve(matrix, step)) {
      return false;
    }
    double rise = product(slope, step);
    return rise > 1e-22 && climb(point, step, rise, barrier);
  }

  /** Goes as far along the step as the objective keeps its promise. */
  private boolean climb(double[] point, double[] step, double rise, double barrier) {
    double before = objective(point, barrier);
    for (double length = 1; length > 1e-10; length /= 2) {
      double[] next = point.clone();
      for (int one = 0; one < step.length; one++) {
        for (int place = 0; place < next.length; place++) {
          next[place] += length * step[one] * directions[one][place];
        }
      }
      if (objective(next, barrier) >= before + 0.1 * length * rise) {
        System.arraycopy(next, 0, point, 0, next.length);
        return true;
      }
    }
    return false;
  }

  /** Entropy and barrier; minus infinity outside. */
  private double objective(double[] point, double barrier) {
    if (Arrays.stream(point).anyMatch(x -> x <= 0)) {
      return Double.NEGATIVE_INFINITY;
    }
    double sum = 0;
    for (double[] gain : gains) {
      double slack = product(gain, point);
      if (slack <= 0) {
        return Double.NEGATIVE_INFINITY;
      }
      sum += barrier * Math.log(slack);
    }
    for (double x : point) {
      sum -= x * Math.log(x);
    }
    return sum;
  }

  private static double product(double[] one, double[] other) {
    double sum = 0;
    for (int place = 0; place < one.length; place++) {
      sum += one[place] * other[place];
    }
    return sum;
  }
}
