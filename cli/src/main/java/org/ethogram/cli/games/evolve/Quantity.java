package org.ethogram.cli.games.evolve;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import org.ethogram.report.tables.Table;
import org.ethogram.stats.Estimate;
import org.ethogram.stats.Interval;
import org.ethogram.stats.estimates.Proportions;
import org.jspecify.annotations.Nullable;

/**
 * A number with its 95% interval.
 *
 * @param low lower end; empty where the payoffs are exact and nothing was drawn
 * @param n the draws behind the interval; 0 for none
 */
record Quantity(double value, OptionalDouble low, OptionalDouble high, int n) {
  static Quantity exact(double value) {
    return new Quantity(value, OptionalDouble.empty(), OptionalDouble.empty(), 0);
  }

  /** The middle 95% of what resampled payoffs give; exact for none. */
  static Quantity of(double value, double[] resampled) {
    if (resampled.length == 0) {
      return exact(value);
    }
    double[] sorted = resampled.clone();
    Arrays.sort(sorted);
    return new Quantity(
        value,
        OptionalDouble.of(quantile(sorted, 0.025)),
        OptionalDouble.of(quantile(sorted, 0.975)),
        sorted.length);
  }

  /** A share of independent draws (Wilson 1927). */
  static Quantity share(int count, int n) {
    Estimate estimate = Proportions.wilson(count, n, Interval.USUAL_LEVEL);
    Interval interval = estimate.interval().orElseThrow();
    return new Quantity(
        count / (double) n,
        OptionalDouble.of(interval.lower()),
        OptionalDouble.of(interval.upper()),
        n);
  }

  /** The mean of independent draws, give or take 1.96 standard errors. */
  static Quantity mean(double[] values) {
    double mean = Arrays.stream(values).average().orElseThrow();
    double squares = Arrays.stream(values).map(x -> (x - mean) * (x - mean)).sum();
    if (values.length < 2) {
      return new Quantity(mean, OptionalDouble.empty(), OptionalDouble.empty(), values.length);
    }
    double half = 1.96 * Math.sqrt(squares / (values.length - 1.0) / values.length);
    return new Quantity(
        mean, OptionalDouble.of(mean - half), OptionalDouble.of(mean + half), values.length);
  }

  /** The interval, or the value itself as one. */
  double lower() {
    return low.orElse(value);
  }

  double upper() {
    return high.orElse(value);
  }

  Table.Cell cell() {
    String interval = low.isPresent() ? interval() : "";
    return Table.Cell.number(written(value), interval, "");
  }

  @Override
  public String toString() {
    return low.isPresent() ? written(value) + " " + interval() : written(value);
  }

  private String interval() {
    return "[" + written(lower()) + ", " + written(upper()) + "]";
  }

  void put(Map<String, @Nullable Object> row, String name) {
    row.put(name, value);
    row.put(name + "_low", low.isPresent() ? (Double) low.getAsDouble() : null);
    row.put(name + "_high", high.isPresent() ? (Double) high.getAsDouble() : null);
    row.put(name + "_n", n == 0 ? null : (Integer) n);
  }

  static String written(double value) {
    double size = Math.abs(value);
    if (value == 0) {
      return "0";
    }
    return size >= 1e-4 && size < 1e6
        ? String.format(Locale.ROOT, size < 10 ? "%.4f" : "%.1f", value)
        : String.format(Locale.ROOT, "%.2e", value);
  }

  private static double quantile(double[] sorted, double probability) {
    double position = probability * (sorted.length - 1);
    int below = (int) position;
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
  }
}
