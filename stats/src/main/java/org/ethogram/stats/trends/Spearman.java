package org.ethogram.stats.trends;

import java.util.OptionalDouble;
import org.ethogram.stats.TestResult;
import org.hipparchus.distribution.continuous.TDistribution;
import org.hipparchus.stat.correlation.SpearmansCorrelation;

/**
 * Spearman's rank correlation, with mean ranks for ties and the t approximation of its test
 * (Kendall 1970, section 4.14). A constant series has the statistic 0 and the p-value 1.
 */
public final class Spearman {
  private Spearman() {}

  public static TestResult test(double[] x, double[] y) {
    int n = x.length;
    if (n != y.length) {
      throw new IllegalArgumentException(n + " places and " + y.length + " values");
    }
    if (n < 3) {
      return TestResult.undefined(n, "fewer than three points");
    }
    if (isConstant(x) || isConstant(y)) {
      return new TestResult(OptionalDouble.of(0), OptionalDouble.of(1), n, "constant");
    }
    double rho = Math.clamp(new SpearmansCorrelation().correlation(x, y), -1, 1);
    double spread = 1 - rho * rho;
    double t = spread <= 0 ? Double.POSITIVE_INFINITY : Math.abs(rho) * Math.sqrt((n - 2) / spread);
    double p = 2 * new TDistribution(n - 2.0).cumulativeProbability(-t);
    return new TestResult(
        OptionalDouble.of(rho), OptionalDouble.of(p), n, "Spearman, t approximation");
  }

  private static boolean isConstant(double[] values) {
    for (double value : values) {
      if (value != values[0]) {
        return false;
      }
    }
    return true;
  }
}
