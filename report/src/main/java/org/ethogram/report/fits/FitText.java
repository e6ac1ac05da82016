package org.ethogram.report.fits;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;
import java.util.Optional;
import org.ethogram.report.findings.Numbers;
import org.ethogram.report.text.Sparkline;
import org.ethogram.stats.Estimate;
import org.ethogram.stats.Interval;
import org.ethogram.stats.laws.rates.RateTrend;

/** How figures of fits are written for readers. */
final class FitText {
  private static final int DIGITS = 4;

  private FitText() {}

  /** A number in four digits, with an exponent where that is shorter. */
  static String amount(double value) {
    if (Double.isInfinite(value)) {
      return value > 0 ? "\u221e" : "\u2212\u221e";
    }
    double size = Math.abs(value);
    if (value != 0 && (size < 1e-3 || size >= 1e6)) {
      return String.format(Locale.ROOT, "%.3g", value).replaceAll("\\.?0+e", "e");
    }
    return new BigDecimal(value)
        .round(new MathContext(DIGITS))
        .stripTrailingZeros()
        .toPlainString();
  }

  static String value(Estimate estimate) {
    return estimate.value().isEmpty()
        ? Numbers.NOT_AVAILABLE
        : amount(estimate.value().getAsDouble());
  }

  static String interval(Optional<Interval> interval) {
    return interval
        .map(range -> "[" + amount(range.lower()) + ", " + amount(range.upper()) + "]")
        .orElse(Numbers.NOT_AVAILABLE);
  }

  /** The slope with its interval, behind a verdict. */
  static String slopeNote(RateTrend trend) {
    Estimate slope = trend.slope();
    return slope.value().isEmpty()
        ? ""
        : " "
            + signed(slope.value().getAsDouble())
            + slope
                .interval()
                .map(range -> " [" + signed(range.lower()) + ", " + signed(range.upper()) + "]")
                .orElse("");
  }

  /** The mean figure at each value of the input, the smallest first. */
  static String sparkline(GroupTrend trend) {
    return Sparkline.of(
        trend.levels().values().stream()
            .mapToDouble(ratio -> trend.scale().figure(ratio.value().orElse(Double.NaN)))
            .toArray());
  }

  private static String signed(double value) {
    return (value < 0 ? "\u2212" : "+") + shortened(Math.abs(value));
  }

  private static String shortened(double value) {
    return value >= 0.005 && value < 100
        ? String.format(Locale.ROOT, "%.2f", value)
        : amount(value);
  }
}
