package org.ethogram.stats.trends;

import java.util.function.ToDoubleBiFunction;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.ethogram.core.Seed;
import org.ethogram.stats.Estimate;
import org.ethogram.stats.Interval;

/**
 * Rank statistics of values that carry standard errors: every value is drawn again from a normal
 * distribution around itself, and the interval lies between the percentiles of the redrawn
 * statistics.
 *
 * <p>A redraw adds noise to values that hold noise already, so the statistics shrink towards 0 and
 * the interval is careful about a trend. Fewer than three values leave it undefined.
 *
 * @param resamples at least 100
 */
public record UncertainTrend(Seed seed, int resamples, double level) {
  public UncertainTrend {
    if (resamples < 100 || !(level > 0 && level < 1)) {
      throw new IllegalArgumentException(resamples + " resamples at level " + level);
    }
  }

  /**
   * Kendall's tau-b of the values along x.
   *
   * @param standardErrors of the values, at least 0
   */
  public Estimate mannKendall(double[] x, double[] values, double[] standardErrors) {
    return estimate(
        x,
        values,
        standardErrors,
        (places, drawn) -> MannKendall.test(places, drawn).statistic().orElseThrow(),
        "Mann-Kendall");
  }

  /** Spearman's rank correlation of the values with x. */
  public Estimate spearman(double[] x, double[] values, double[] standardErrors) {
    return estimate(
        x,
        values,
        standardErrors,
        (places, drawn) -> Spearman.test(places, drawn).statistic().orElseThrow(),
        "Spearman");
  }

  private Estimate estimate(
      double[] x,
      double[] values,
      double[] standardErrors,
      ToDoubleBiFunction<double[], double[]> statistic,
      String name) {
    int n = x.length;
    if (values.length != n || standardErrors.length != n) {
      throw new IllegalArgumentException(
          n + " places, " + values.length + " values, " + standardErrors.length + " errors");
    }
    if (n < 3) {
      return Estimate.undefined("fewer than three points");
    }
    double[] redrawn =
        IntStream.range(0, resamples)
            .mapToObj(index -> redraw(values, standardErrors, index))
            .mapToDouble(drawn -> statistic.applyAsDouble(x, drawn))
            .sorted()
            .toArray();
    double cut = (1 - level) / 2 * (resamples - 1);
    return Estimate.of(
        statistic.applyAsDouble(x, values),
        new Interval(
            redrawn[(int) Math.floor(cut)], redrawn[(int) Math.ceil(resamples - 1 - cut)], level),
        n,
        name + ", values redrawn within their errors " + resamples + " times");
  }

  private double[] redraw(double[] values, double[] standardErrors, int index) {
    RandomGenerator random = seed.derive("redraw", index).generator();
    double[] drawn = new double[values.length];
    for (int each = 0; each < values.length; each++) {
      drawn[each] = values[each] + standardErrors[each] * random.nextGaussian();
    }
    return drawn;
  }
}
