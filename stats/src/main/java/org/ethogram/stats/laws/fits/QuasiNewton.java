package org.ethogram.stats.laws.fits;

/**
 * BFGS with a weak Wolfe line search by bisection, which also converges where the objective has
 * kinks (Lewis and Overton 2013, "Nonsmooth optimization via quasi-Newton methods"), as Huber's
 * loss nearly has. Hipparchus offers no quasi-Newton method for free parameters.
 */
final class QuasiNewton {
  private static final double ARMIJO = 1e-4;
  private static final double WOLFE = 0.9;
  private static final int MOST_BISECTIONS = 40;

  /** A function that also fills its gradient. */
  @FunctionalInterface
  interface Objective {
    double at(double[] theta, double[] gradient);
  }

  /** Where the search ended. */
  @SuppressWarnings("ArrayRecordComponent")
  record Minimum(double[] theta, double value) {}

  private QuasiNewton() {}

  /** Stops when an iteration lowers the objective by less than {@code tolerance} of it. */
  static Minimum minimise(
      Objective objective, double[] start, int mostIterations, double tolerance) {
    int size = start.length;
    double[] theta = start.clone();
    double[] gradient = new double[size];
    double value = objective.at(theta, gradient);
    double[][] inverse = identity(size);
    int idle = 0;
    for (int iteration = 0; iteration < mostIterations && idle < 3; iteration++) {
      double[] direction = direction(inverse, gradient);
      double descent = dot(direction, gradient);
      if (!(descent < 0)) {
        if (norm(gradient) < 1e-14) {
          break;
        }
        inverse = identity(size);
        direction = direction(inverse, gradient);
        descent = dot(direction, gradient);
      }
      double[] next = new double[size];
      double[] nextGradient = new double[size];
      double step = iteration == 0 ? Math.min(1, 0.5 / norm(gradient)) : 1;
      double low = 0;
      double high = Double.POSITIVE_INFINITY;
      double nextValue = Double.POSITIVE_INFINITY;
      for (int trial = 0; trial < MOST_BISECTIONS; trial++) {
        for (int j = 0; j < size; j++) {
          next[j] = theta[j] + step * direction[j];
        }
        nextValue = objective.at(next, nextGradient);
        if (!(nextValue <= value + ARMIJO * step * descent)) {
          high = step;
        } else if (dot(nextGradient, direction) < WOLFE * descent) {
          low = step;
        } else {
          break;
        }
        step = Double.isInfinite(high) ? 2 * low : (low + high) / 2;
      }
      if (!(nextValue < value)) {
        break;
      }
      idle = value - nextValue <= tolerance * Math.abs(value) ? idle + 1 : 0;
      update(inverse, theta, next, gradient, nextGradient);
      theta = next;
      gradient = nextGradient;
      value = nextValue;
    }
    return new Minimum(theta, value);
  }

  private static void update(
      double[][] inverse, double[] theta, double[] next, double[] gradient, double[] nextGradient) {
    int size = theta.length;
    double[] moved = new double[size];
    double[] change = new double[size];
    for (int j = 0; j < size; j++) {
      moved[j] = next[j] - theta[j];
      change[j] = nextGradient[j] - gradient[j];
    }
    double curvature = dot(moved, change);
    if (!(curvature > 1e-300)) {
      return;
    }
    double[] product = new double[size];
    for (int j = 0; j < size; j++) {
      product[j] = dot(inverse[j], change);
    }
    double factor = (1 + dot(change, product) / curvature) / curvature;
    for (int j = 0; j < size; j++) {
      for (int k = 0; k < size; k++) {
        inverse[j][k] +=
            factor * moved[j] * moved[k]
                - (product[j] * moved[k] + moved[j] * product[k]) / curvature;
      }
    }
  }

  private static double[] direction(double[][] inverse, double[] gradient) {
    double[] direction = new double[gradient.length];
    for (int j = 0; j < direction.length; j++) {
      direction[j] = -dot(inverse[j], gradient);
    }
    return direction;
  }

  private static double[][] identity(int size) {
    double[][] identity = new double[size][size];
    for (int j = 0; j < size; j++) {
      identity[j][j] = 1;
    }
    return identity;
  }

  private static double norm(double[] vector) {
    return Math.sqrt(dot(vector, vector));
  }

  private static double dot(double[] first, double[] second) {
    double sum = 0;
    for (int j = 0; j < first.length; j++) {
      sum += first[j] * second[j];
    }
    return sum;
  }
}
