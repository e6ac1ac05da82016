package org.ethogram.cli.games.analysis;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.OptionalDouble;
import org.ethogram.stats.Interval;

/** How numbers are written in these commands. */
final class Numbers {
  /** Less than this is what rounding leaves of 0. */
  private static final double SMALLEST = 1e-6;

  private Numbers() {}

  /** With four decimals at most, or two digits where it is smaller. */
  static String decimal(double value) {
    if (Double.isInfinite(value)) {
      return value > 0 ? "inf" : "-inf";
    }
    if (Math.abs(value) < SMALLEST) {
      return "0";
    }
    BigDecimal exact = BigDecimal.valueOf(value);
    BigDecimal shorter =
        Math.abs(value) < 0.001
            ? exact.round(new MathContext(2))
            : exact.setScale(4, RoundingMode.HALF_EVEN);
    return shorter.signum() == 0 ? "0" : shorter.stripTrailingZeros().toPlainString();
  }

  static String decimal(OptionalDouble value) {
    return value.isPresent() ? decimal(value.getAsDouble()) : "n/a";
  }

  static String bounds(Interval interval) {
    return "[" + decimal(interval.lower()) + ", " + decimal(interval.upper()) + "]";
  }
}
