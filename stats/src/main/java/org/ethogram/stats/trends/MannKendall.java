package org.ethogram.stats.trends;

import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.ethogram.stats.TestResult;
import org.hipparchus.distribution.continuous.NormalDistribution;

/**
 * The Mann-Kendall test of a monotone trend (Mann 1945; Kendall 1975), with ties in either variable
 * as in Kendall's tau-b.
 *
 * <p>Exact for up to 10 points without ties; the normal approximation with its continuity and tie
 * corrections otherwise. A constant series has the statistic 0 and the p-value 1.
 */
public final class MannKendall {
  private static final int LARGEST_EXACT = 10;

  private MannKendall() {}

  public static TestResult test(double[] x, double[] y) {
    int n = x.length;
    if (n != y.length) {
      throw new IllegalArgumentException(n + " places and " + y.length + " values");
    }
    if (n < 3) {
      return TestResult.undefined(n, "fewer than three points");
    }
    long concordance = 0;
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < i; j++) {
        concordance += (long) (Math.signum(x[i] - x[j]) * Math.signum(y[i] - y[j]));
      }
    }
    Map<Double, Integer> tiesX = ties(x);
    Map<Double, Integer> tiesY = ties(y);
    double pairs = n * (n - 1) / 2.0;
    double untied = Math.sqrt((pairs - tiedPairs(tiesX)) * (pairs - tiedPairs(tiesY)));
    if (untied == 0) {
      return new TestResult(OptionalDouble.of(0), OptionalDouble.of(1), n, "constant");
    }
    double tau = Math.clamp(concordance / untied, -1, 1);
    boolean tieless = tiesX.size() == n && tiesY.size() == n;
    if (tieless && n <= LARGEST_EXACT) {
      return new TestResult(
          OptionalDouble.of(tau),
          OptionalDouble.of(exact(n, Math.abs(concordance))),
          n,
          "Mann-Kendall, exact");
    }
    double deviation = Math.sqrt(variance(n, tiesX, tiesY));
    double z = Math.max(0, Math.abs(concordance) - 1) / deviation;
    double p = Math.min(1, 2 * new NormalDistribution().cumulativeProbability(-z));
    return new TestResult(
        OptionalDouble.of(tau), OptionalDouble.of(p), n, "Mann-Kendall, normal approximation");
  }

  /** The share of permutations whose concordance is at least this far from 0. */
  private static double exact(int n, long concordance) {
    double[] inversions = {1};
    for (int size = 2; size <= n; size++) {
      double[] next = new double[inversions.length + size - 1];
      for (int count = 0; count < inversions.length; count++) {
        for (int added = 0; added < size; added++) {
          next[count + added] += inversions[count] / size;
        }
      }
      inversions = next;
    }
    double p = 0;
    for (int count = 0; count < inversions.length; count++) {
      p += Math.abs(inversions.length - 1 - 2 * count) >= concordance ? inversions[count] : 0;
    }
    return Math.min(1, p);
  }

  /** Kendall 1970, "Rank Correlation Methods", section 4.3, ties in both rankings. */
  private static double variance(int n, Map<Double, Integer> tiesX, Map<Double, Integer> tiesY) {
    double all = n * (n - 1.0) * (2 * n + 5);
    double first = (all - cubic(tiesX) - cubic(tiesY)) / 18;
    double second = triples(tiesX) * triples(tiesY) / (9.0 * n * (n - 1) * (n - 2));
    double third = 4 * tiedPairs(tiesX) * tiedPairs(tiesY) / (2.0 * n * (n - 1));
    return first + second + third;
  }

  private static double cubic(Map<Double, Integer> ties) {
    return ties.values().stream().mapToDouble(t -> t * (t - 1.0) * (2 * t + 5)).sum();
  }

  private static double triples(Map<Double, Integer> ties) {
    return ties.values().stream().mapToDouble(t -> t * (t - 1.0) * (t - 2)).sum();
  }

  private static double tiedPairs(Map<Double, Integer> ties) {
    return ties.values().stream().mapToDouble(t -> t * (t - 1.0) / 2).sum();
  }

  private static Map<Double, Integer> ties(double[] values) {
    Map<Double, Integer> ties = new TreeMap<>();
    for (double value : values) {
      ties.merge(value + 0.0, 1, Integer::sum);
    }
    return ties;
  }
}
