package org.ethogram.games.populations.dynamics;

import java.util.function.UnaryOperator;
import org.ethogram.core.ErrorCode;
import org.ethogram.core.EthogramException;

/**
 * Solves x' = f(x) by the embedded pair of orders 5 and 4 of Dormand & Prince (1980), with steps as
 * long as the error allows (Hairer, Norsett & Wanner 1993, section II.4).
 */
final class DormandPrince {
  private static final double TOLERANCE = 1e-10;
  private static final double SHORTEST = 1e-12;

  /** Row i gives stage i + 1 from those before; the last row is also the solution. */
  private static final double[][] STAGES = {
    {1 / 5.0},
    {3 / 40.0, 9 / 40.0},
    {44 / 45.0, -56 / 15.0, 32 / 9.0},
    {19372 / 6561.0, -25360 / 2187.0, 64448 / 6561.0, -212 / 729.0},
    {9017 / 3168.0, -355 / 33.0, 46732 / 5247.0, 49 / 176.0, -5103 / 18656.0},
    {35 / 384.0, 0, 500 / 1113.0, 125 / 192.0, -2187 / 6784.0, 11 / 84.0}
  };

  /** The solution of order 5 less that of order 4. */
  private static final double[] ERROR = {
    71 / 57600.0, 0, -71 / 16695.0, 71 / 1920.0, -17253 / 339200.0, 22 / 525.0, -1 / 40.0
  };

  private final UnaryOperator<double[]> growth;
  private final double[][] slopes = new double[ERROR.length][];
  private double step = 0.01;

  DormandPrince(UnaryOperator<double[]> growth) {
    this.growth = growth;
  }

  /** The solution a time after {@code start}. */
  double[] after(double[] start, double time) {
    double[] now = start;
    double left = time;
    while (left > 0) {
      double length = Math.min(step, left);
      double[] next = stepped(now, length);
      double error = error(now, next, length);
      if (error <= 1) {
        now = next;
        left = length == left ? 0 : left - length;
      }
      double scale = error == 0 ? 5 : Math.clamp(0.9 * Math.pow(error, -0.2), 0.2, 5);
      // A step that was cut short by the end says nothing against a longer one.
      step = length < step && error <= 1 ? Math.max(step, length * scale) : length * scale;
      if (!(step > SHORTEST)) {
        throw new EthogramException(
            ErrorCode.NOT_FINITE,
            "dynamics",
            "no step is short enough to follow them",
            "Lower the intensity or the payoffs");
      }
    }
    return now;
  }

  private double[] stepped(double[] now, double length) {
    slopes[0] = growth.apply(now);
    double[] next = now;
    for (int stage = 0; stage < STAGES.length; stage++) {
      next = now.clone();
      for (int before = 0; before < STAGES[stage].length; before++) {
        double weight = length * STAGES[stage][before];
        for (int at = 0; at < next.length; at++) {
          next[at] += weight * slopes[before][at];
        }
      }
      slopes[stage + 1] = growth.apply(next);
    }
    return next;
  }

  /** The largest error in proportion to what is tolerated; above 1 the step was too long. */
  private double error(double[] now, double[] next, double length) {
    double largest = 0;
    for (int at = 0; at < now.length; at++) {
      double error = 0;
      for (int stage = 0; stage < ERROR.length; stage++) {
        error += ERROR[stage] * slopes[stage][at];
      }
      double tolerated = TOLERANCE * (1 + Math.max(Math.abs(now[at]), Math.abs(next[at])));
      largest = Math.max(largest, Math.abs(length * error) / tolerated);
    }
    return Double.isNaN(largest) ? Double.POSITIVE_INFINITY : largest;
  }
}
