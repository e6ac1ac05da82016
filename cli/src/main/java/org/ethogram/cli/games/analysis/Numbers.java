package org.ethogram.cli.games.analysis;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.OptionalDouble;
import org.ethogram.stats.Interval;

/** How numbers are written in these commands. */
final class Numbers {
  private Numbers() {}

  /** With four decimals at most and none that are 0. */
  static String decimal(double value) {
    if (Double.isInfinite(value)) {
      return value > 0 ? "inf" : "-inf";
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
