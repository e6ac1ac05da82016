package org.ethogram.report.findings;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.ethogram.report.findings.Measure.Kind;
import org.ethogram.stats.Estimate;
import org.ethogram.stats.Interval;

/** How numbers are written for readers; the same on the page and on the command line. */
public final class Numbers {
  /** What stands where there is no number. */
  public static final String NOT_AVAILABLE = "n/a";

  private Numbers() {}

  /** A value with its interval, such as {@code 44.3% [40.1, 48.5]}. */
  public static String estimate(Estimate estimate, Kind kind) {
    return value(estimate.value(), kind) + interval(estimate.interval(), kind);
  }

  public static String value(OptionalDouble value, Kind kind) {
    if (value.isEmpty()) {
      return NOT_AVAILABLE;
    }
    return switch (kind) {
      case RATE -> decimal(100 * value.getAsDouble(), 1) + "%";
      case DIFFERENCE -> signed(100 * value.getAsDouble(), 1) + " pp";
      case AMOUNT -> decimal(value.getAsDouble(), 2);
    };
  }

  /** With a leading space; empty where there is no interval. */
  public static String interval(Optional<Interval> interval, Kind kind) {
    return interval.map(range -> " " + bounds(range, kind)).orElse("");
  }

  /** A slope per decade on the scale of the law's link. */
  public static String slope(Estimate slope, Kind kind) {
    if (slope.value().isEmpty()) {
      return NOT_AVAILABLE;
    }
    double scale = kind == Kind.DIFFERENCE ? 100 : 1;
    int decimals = kind == Kind.DIFFERENCE ? 1 : 2;
    String value = signed(scale * slope.value().getAsDouble(), decimals);
    return value
        + slope
            .interval()
            .map(
                range ->
                    " [%s, %s]"
                        .formatted(
                            signed(scale * range.lower(), decimals),
                            signed(scale * range.upper(), decimals)))
            .orElse("");
  }

  /** What a slope is counted in. */
  public static String slopeUnit(Kind kind) {
    return switch (kind) {
      case RATE -> "logits per decade";
      case DIFFERENCE -> "percentage points per decade";
      case AMOUNT -> "per decade";
    };
  }

  public static String pValue(OptionalDouble pValue) {
    if (pValue.isEmpty()) {
      return NOT_AVAILABLE;
    }
    return pValue.getAsDouble() < 0.001 ? "< 0.001" : decimal(pValue.getAsDouble(), 3);
  }

  /** 151234 as 151k; empty as n/a. */
  public static String count(OptionalDouble count) {
    if (count.isEmpty()) {
      return NOT_AVAILABLE;
    }
    double scaled = count.getAsDouble();
    int suffix = 0;
    while (scaled >= 999.5 && suffix < 4) {
      scaled /= 1000;
      suffix++;
    }
    String unit = suffix == 0 ? "" : "kMBT".substring(suffix - 1, suffix);
    boolean whole = suffix == 0 || scaled >= 99.95;
    return decimal(scaled, whole ? 0 : 1).replaceAll("\\.0$", "") + unit;
  }

  public static String decimal(double value, int decimals) {
    String text = String.format(Locale.ROOT, "%." + decimals + "f", value);
    boolean zero = text.chars().allMatch(c -> c == '0' || c == '.' || c == '-');
    return zero ? text.replace("-", "") : text.replace('-', '\u2212');
  }

  public static String signed(double value, int decimals) {
    String text = decimal(value, decimals);
    return value > 0 ? "+" + text : text;
  }

  private static String bounds(Interval range, Kind kind) {
    return switch (kind) {
      case RATE ->
          "[" + decimal(100 * range.lower(), 1) + ", " + decimal(100 * range.upper(), 1) + "]";
      case DIFFERENCE ->
          "[" + signed(100 * range.lower(), 1) + ", " + signed(100 * range.upper(), 1) + "]";
      case AMOUNT -> "[" + decimal(range.lower(), 2) + ", " + decimal(range.upper(), 2) + "]";
    };
  }
}
