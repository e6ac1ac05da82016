package org.ethogram.report.text;

import java.util.Arrays;
import java.util.stream.DoubleStream;

/** A series as one word of bars, for a cell of a table on a terminal. */
public final class Sparkline {
  private static final String BARS = "\u2581\u2582\u2583\u2584\u2585\u2586\u2587\u2588";
  private static final char NOTHING = '\u00b7';

  private Sparkline() {}

  /**
   * One bar a value, from the least to the greatest; what is not finite is a dot, and a constant
   * series stands at the middle.
   */
  public static String of(double... values) {
    double low = finite(values).min().orElse(0);
    double high = finite(values).max().orElse(0);
    StringBuilder line = new StringBuilder();
    for (double value : values) {
      if (!Double.isFinite(value)) {
        line.append(NOTHING);
      } else {
        double share = high > low ? (value - low) / (high - low) : 0.5;
        line.append(BARS.charAt((int) Math.min(BARS.length() - 1, share * BARS.length())));
      }
    }
    return line.toString();
  }

  private static DoubleStream finite(double[] values) {
    return Arrays.stream(values).filter(Double::isFinite);
  }
}
