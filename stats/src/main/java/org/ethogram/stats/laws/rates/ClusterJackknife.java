package org.ethogram.stats.laws.rates;

import org.ethogram.stats.Estimate;
import org.ethogram.stats.Interval;
import org.hipparchus.distribution.continuous.TDistribution;

/**
 * The covariance of a fit's intercept and slopes, from leaving out one run at a time and one prompt
 * variant at a time.
 *
 * <p>The jackknife over clusters holds its level with few clusters better than the sandwich or the
 * percentile bootstrap (MacKinnon, Nielsen and Webb 2023, "Cluster-robust inference: a guide to
 * empirical practice", CV3). The two ways are added without subtracting their intersection
 * (Cameron, Gelbach and Miller 2011 subtract it), which can only widen the intervals. Degrees of
 * freedom are Satterthwaite's over the two ways.
 */
final class ClusterJackknife {
  private final double[][] byRun;
  private final double[][] byVariant;
  private final int runs;
  private final int variants;

  private ClusterJackknife(double[][] byRun, double[][] byVariant, int runs, int variants) {
    this.byRun = byRun;
    this.byVariant = byVariant;
    this.runs = runs;
    this.variants = variants;
  }

  /** Fits again under weights of runs and variants. */
  @FunctionalInterface
  interface Refit {
    LinearFit under(double[] runWeights, double[] variantWeights);
  }

  static ClusterJackknife of(LinearFit full, int runs, int variants, Refit refit) {
    int size = 1 + full.slopes().length;
    double[][] byRun = new double[size][size];
    for (int run = 0; runs > 1 && run < runs; run++) {
      double[] weights = Cells.ones(runs);
      weights[run] = 0;
      add(byRun, full, refit.under(weights, Cells.ones(variants)), (runs - 1.0) / runs);
    }
    double[][] byVariant = new double[size][size];
    for (int variant = 0; variants > 1 && variant < variants; variant++) {
      double[] weights = Cells.ones(variants);
      weights[variant] = 0;
      add(byVariant, full, refit.under(Cells.ones(runs), weights), (variants - 1.0) / variants);
    }
    return new ClusterJackknife(byRun, byVariant, runs, variants);
  }

  /** Runs, or the variants of a single run. */
  int clusters() {
    return runs > 1 ? runs : variants;
  }

  /** The standard error of the sum of the coefficients, intercept first, each times its factor. */
  double standardError(double... factors) {
    return Math.sqrt(form(byRun, factors) + form(byVariant, factors));
  }

  /** The two-sided quantile of t for that sum. */
  double quantile(double level, double... factors) {
    return distribution(factors).inverseCumulativeProbability((1 + level) / 2);
  }

  Estimate estimate(double value, double level, double... factors) {
    double error = standardError(factors);
    double half = quantile(level, factors) * error;
    return Estimate.of(
        value,
        error,
        new Interval(value - half, value + half, level),
        clusters(),
        "jackknife over " + ways() + ", t");
  }

  private String ways() {
    if (runs == 1) {
      return "prompt variants of a single run";
    }
    return variants == 1 ? "runs" : "runs and prompt variants";
  }

  /** The chance of a t above this one. */
  double upperTail(double value, double... factors) {
    double error = standardError(factors);
    if (error == 0) {
      return value > 0 ? 0 : 1;
    }
    return distribution(factors).cumulativeProbability(-value / error);
  }

  private TDistribution distribution(double... factors) {
    double run = form(byRun, factors);
    double variant = form(byVariant, factors);
    double total = run + variant;
    if (total == 0) {
      return new TDistribution(Math.max(1, clusters() - 1));
    }
    double inverse =
        (runs > 1 ? run * run / (runs - 1) : 0)
            + (variants > 1 ? variant * variant / (variants - 1) : 0);
    return new TDistribution(total * total / inverse);
  }

  private static void add(double[][] sum, LinearFit full, LinearFit without, double factor) {
    double[] difference = new double[sum.length];
    difference[0] = without.intercept() - full.intercept();
    for (int j = 1; j < sum.length; j++) {
      difference[j] = without.slopes()[j - 1] - full.slopes()[j - 1];
    }
    for (int j = 0; j < sum.length; j++) {
      for (int k = 0; k < sum.length; k++) {
        sum[j][k] += factor * difference[j] * difference[k];
      }
    }
  }

  private static double form(double[][] matrix, double[] factors) {
    double sum = 0;
    for (int j = 0; j < factors.length; j++) {
      for (int k = 0; k < factors.length; k++) {
        sum += factors[j] * matrix[j][k] * factors[k];
      }
    }
    return Math.max(0, sum);
  }
}
