package org.ethogram.stats.effects;

import java.util.Arrays;
import org.ethogram.stats.Estimate;
import org.ethogram.stats.Interval;
import org.hipparchus.distribution.continuous.NormalDistribution;
import org.hipparchus.stat.correlation.KendallsCorrelation;
import org.hipparchus.stat.correlation.SpearmansCorrelation;

/**
 * Rank correlations with intervals on Fisher's z. A variable that does not vary leaves them
 * undefined.
 */
public final class RankCorrelations {
  private RankCorrelations() {}

  /** Variance (1 + rho^2/2)/(n - 3) (Bonett and Wright 2000); needs four points. */
  public static Estimate spearman(double[] x, double[] y, double level) {
    if (isUndefined(x, y)) {
      return Estimate.undefined("a variable does not vary");
    }
    double rho = Math.clamp(new SpearmansCorrelation().correlation(x, y), -1, 1);
    int n = x.length;
    if (n < 4) {
      return Estimate.withoutInterval(rho, n, "fewer than four points");
    }
    return estimate(rho, Math.sqrt((1 + rho * rho / 2) / (n - 3)), n, level, "Spearman");
  }

  /** Tau-b with variance 0.437/(n - 4) (Fieller, Hartley and Pearson 1957); needs five points. */
  public static Estimate kendall(double[] x, double[] y, double level) {
    if (isUndefined(x, y)) {
      return Estimate.undefined("a variable does not vary");
    }
    double tau = Math.clamp(new KendallsCorrelation().correlation(x, y), -1, 1);
    int n = x.length;
    if (n < 5) {
      return Estimate.withoutInterval(tau, n, "fewer than five points");
    }
    return estimate(tau, Math.sqrt(0.437 / (n - 4)), n, level, "Kendall's tau-b");
  }

  private static boolean isUndefined(double[] x, double[] y) {
    if (x.length != y.length) {
      throw new IllegalArgumentException(x.length + " and " + y.length + " values");
    }
    return Arrays.stream(x).distinct().count() < 2 || Arrays.stream(y).distinct().count() < 2;
  }

  private static Estimate estimate(
      double correlation, double error, int n, double level, String name) {
    double half = error * new NormalDistribution().inverseCumulativeProbability((1 + level) / 2);
    double z = Math.log((1 + correlation) / (1 - correlation)) / 2;
    // At a correlation of 1 in size, z is infinite and so is its interval's far end.
    Interval interval =
        Math.abs(correlation) == 1
            ? new Interval(correlation, correlation, level)
            : new Interval(Math.tanh(z - half), Math.tanh(z + half), level);
    return Estimate.of(correlation, interval, n, name + ", Fisher's z");
  }
}
