package org.ethogram.stats.resampling;

/** What is read off sorted replicates. */
final class Quantiles {
  private Quantiles() {}

  /** Linear interpolation between order statistics (Hyndman and Fan 1996, definition 7). */
  static double of(double[] sorted, double probability) {
    double position = probability * (sorted.length - 1);
    int below = (int) Math.floor(position);
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
  }

  static double standardDeviation(double[] values) {
    double mean = 0;
    double squares = 0;
    for (int count = 0; count < values.length; count++) {
      double step = values[count] - mean;
      mean += step / (count + 1);
      squares += step * (values[count] - mean);
    }
    return Math.sqrt(squares / (values.length - 1));
  }
}
