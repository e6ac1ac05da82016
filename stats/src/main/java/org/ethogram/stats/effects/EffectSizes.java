package org.ethogram.stats.effects;

import java.util.Arrays;
import org.ethogram.stats.Estimate;
import org.ethogram.stats.Interval;
import org.ethogram.stats.estimates.Proportions;
import org.hipparchus.distribution.continuous.NormalDistribution;

/**
 * Sizes of the difference between two independent groups. Empty groups, and groups that do not vary
 * where a standard deviation is the unit, leave them undefined.
 */
public final class EffectSizes {
  private EffectSizes() {}

  /**
   * The difference of means in pooled standard deviations, corrected for small samples, with its
   * large-sample interval (Hedges and Olkin 1985, chapter 5).
   */
  public static Estimate hedgesG(double[] first, double[] second, double level) {
    int n = first.length + second.length;
    if (first.length < 2 || second.length < 2) {
      return Estimate.undefined("a group with fewer than two values");
    }
    double firstMean = Arrays.stream(first).average().orElseThrow();
    double secondMean = Arrays.stream(second).average().orElseThrow();
    double squares = squares(first, firstMean) + squares(second, secondMean);
    if (squares == 0) {
      return Estimate.undefined("neither group varies");
    }
    double correction = 1 - 3 / (4.0 * (n - 2) - 1);
    double g = correction * (firstMean - secondMean) / Math.sqrt(squares / (n - 2));
    double error = Math.sqrt(n / ((double) first.length * second.length) + g * g / (2.0 * n));
    return normal(g, error, level, n, "Hedges' g");
  }

  /**
   * P(first > second) - P(first < second), with the interval of Cliff 1993 ("Dominance statistics")
   * from the variance of each value's dominance.
   */
  public static Estimate cliffsDelta(double[] first, double[] second, double level) {
    int m = first.length;
    int n = second.length;
    if (m == 0 || n == 0) {
      return Estimate.undefined("an empty group");
    }
    double[] rows = new double[m];
    double[] columns = new double[n];
    double all = 0;
    for (int i = 0; i < m; i++) {
      for (int j = 0; j < n; j++) {
        double dominance = Math.signum(first[i] - second[j]);
        rows[i] += dominance / n;
        columns[j] += dominance / m;
        all += dominance * dominance;
      }
    }
    double delta = Arrays.stream(rows).sum() / m;
    if (m < 2 || n < 2) {
      return Estimate.withoutInterval(delta, m + n, "a group with a single value");
    }
    double between = squares(rows, delta) / (m - 1);
    double across = squares(columns, delta) / (n - 1);
    double single = (all - (double) m * n * delta * delta) / ((double) m * n - 1);
    double variance = Math.max(0, (n * between + m * across + single) / ((double) m * n));
    double half = quantile(level) * Math.sqrt(variance);
    return Estimate.of(
        delta,
        Math.sqrt(variance),
        new Interval(Math.max(-1, delta - half), Math.min(1, delta + half), level),
        m + n,
        "Cliff's delta");
  }

  /**
   * The difference of two proportions with the hybrid score interval (Newcombe 1998, "Interval
   * estimation for the difference between independent proportions", method 10).
   */
  public static Estimate proportionDifference(
      double firstSuccesses,
      double firstTrials,
      double secondSuccesses,
      double secondTrials,
      double level) {
    Estimate first = Proportions.wilson(firstSuccesses, firstTrials, level);
    Estimate second = Proportions.wilson(secondSuccesses, secondTrials, level);
    if (first.interval().isEmpty() || second.interval().isEmpty()) {
      return Estimate.undefined("no trials in a group");
    }
    double p = first.value().orElseThrow();
    double q = second.value().orElseThrow();
    Interval a = first.interval().orElseThrow();
    Interval b = second.interval().orElseThrow();
    return Estimate.of(
        p - q,
        new Interval(
            p - q - Math.hypot(p - a.lower(), b.upper() - q),
            p - q + Math.hypot(a.upper() - p, q - b.lower()),
            level),
        first.n() + second.n(),
        "difference of proportions, hybrid score");
  }

  /** Cohen's h: the difference of 2 asin sqrt(p) (Cohen 1988, chapter 6). */
  public static Estimate cohensH(
      double firstSuccesses,
      double firstTrials,
      double secondSuccesses,
      double secondTrials,
      double level) {
    if (firstTrials <= 0 || secondTrials <= 0) {
      return Estimate.undefined("no trials in a group");
    }
    double h =
        2 * Math.asin(Math.sqrt(firstSuccesses / firstTrials))
            - 2 * Math.asin(Math.sqrt(secondSuccesses / secondTrials));
    double error = Math.sqrt(1 / firstTrials + 1 / secondTrials);
    return normal(h, error, level, (int) Math.round(firstTrials + secondTrials), "Cohen's h");
  }

  /**
   * The logarithm of the odds ratio, with one half added to every count of a table that holds a 0
   * (Haldane 1956; Anscombe 1956) and Woolf's interval.
   */
  public static Estimate logOddsRatio(
      double firstSuccesses,
      double firstFailures,
      double secondSuccesses,
      double secondFailures,
      double level) {
    double[] counts = {firstSuccesses, firstFailures, secondSuccesses, secondFailures};
    if (firstSuccesses + firstFailures == 0 || secondSuccesses + secondFailures == 0) {
      return Estimate.undefined("no trials in a group");
    }
    double n = Arrays.stream(counts).sum();
    if (Arrays.stream(counts).anyMatch(count -> count == 0)) {
      counts = Arrays.stream(counts).map(count -> count + 0.5).toArray();
    }
    double value = Math.log(counts[0] * counts[3] / (counts[1] * counts[2]));
    double error = Math.sqrt(Arrays.stream(counts).map(count -> 1 / count).sum());
    return normal(value, error, level, (int) Math.round(n), "log odds ratio, Woolf");
  }

  private static Estimate normal(double value, double error, double level, int n, String method) {
    double half = quantile(level) * error;
    return Estimate.of(
        value, error, new Interval(value - half, value + half, level), n, method + ", normal");
  }

  private static double quantile(double level) {
    return new NormalDistribution().inverseCumulativeProbability((1 + level) / 2);
  }

  private static double squares(double[] values, double mean) {
    return Arrays.stream(values).map(value -> (value - mean) * (value - mean)).sum();
  }
}
