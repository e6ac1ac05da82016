package org.ethogram.games.solutions.polynomial;

/**
 * Follows the paths of a homotopy: a step of Runge and Kutta along the tangent, then Newton's
 * method back onto the path, with steps as long as that works (Allgower & Georg 1990, Numerical
 * Continuation Methods).
 */
final class PathTracker {
  private static final double SHORTEST = 1e-7;
  private static final double ON_PATH = 1e-9;

  private final Homotopy homotopy;
  private final double longest;
  private final double[] values;
  private final double[] change;
  private final double[][] derivatives;

  /**
   * @param longest the longest step, as a share of the whole way
   */
  PathTracker(Homotopy homotopy, double longest) {
    this.homotopy = homotopy;
    this.longest = longest;
    this.values = new double[2 * homotopy.unknowns()];
    this.change = new double[2 * homotopy.unknowns()];
    this.derivatives = new double[homotopy.unknowns()][2 * homotopy.unknowns()];
  }

  /** Where a path ends. */
  static final class End {
    private final double[] point;
    private final boolean regular;

    private End(double[] point, boolean regular) {
      this.point = point;
      this.regular = regular;
    }

    double[] point() {
      return point;
    }

    /** Whether Newton's method converges there as at an isolated solution. */
    boolean regular() {
      return regular;
    }
  }

  End follow(double[] start) {
    double[] point = start.clone();
    double t = 0;
    double step = longest / 4;
    int good = 0;
    while (t < 1) {
      double length = Math.min(step, 1 - t);
      double[] next = predicted(point, t, length);
      if (next.length > 0 && corrected(next, t + length, 3, ON_PATH)) {
        point = next;
        t = length == 1 - t ? 1 : t + length;
        if (++good == 3) {
          step = Math.min(longest, 2 * step);
          good = 0;
        }
      } else {
        step = length / 2;
        good = 0;
        if (step < SHORTEST) {
          return new End(point, false);
        }
      }
    }
    return new End(point, corrected(point, 1, 6, 1e-13));
  }

  /** The point that the tangents lead to; empty where there is no tangent. */
  private double[] predicted(double[] point, double t, double length) {
    double[] sum = new double[point.length];
    double[] at = point;
    double[] shares = {1, 2, 2, 1};
    double[] ahead = {0, 0.5, 0.5, 1};
    double[] slope = new double[point.length];
    for (int stage = 0; stage < 4; stage++) {
      at = moved(point, slope, length * ahead[stage]);
      slope = tangent(at, t + length * ahead[stage]);
      if (slope.length == 0) {
        return slope;
      }
      for (int place = 0; place < sum.length; place++) {
        sum[place] += shares[stage] * slope[place];
      }
    }
    return moved(point, sum, length / 6);
  }

  private double[] tangent(double[] point, double t) {
    homotopy.evaluate(point, t, values, derivatives, change);
    double[] right = new double[change.length];
    for (int place = 0; place < right.length; place++) {
      right[place] = -change[place];
    }
    return ComplexNumbers.solve(derivatives, right) ? right : new double[0];
  }

  /** Whether so many steps of Newton's method, each much shorter, end on the path. */
  private boolean corrected(double[] point, double t, int most, double precision) {
    double before = Double.POSITIVE_INFINITY;
    for (int round = 0; round < most; round++) {
      homotopy.evaluate(point, t, values, derivatives, change);
      double[] move = values.clone();
      if (!ComplexNumbers.solve(derivatives, move)) {
        return false;
      }
      double length = ComplexNumbers.norm(move) / (1 + ComplexNumbers.norm(point));
      if (!(length < 0.05) || (length > before / 2 && length > precision)) {
        return false;
      }
      for (int place = 0; place < point.length; place++) {
        point[place] -= move[place];
      }
      if (length < precision) {
        return true;
      }
      before = length;
    }
    return false;
  }

  private static double[] moved(double[] point, double[] direction, double length) {
    double[] moved = new double[point.length];
    for (int place = 0; place < moved.length; place++) {
      moved[place] = point[place] + length * direction[place];
    }
    return moved;
  }
}
