package org.ethogram.report.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Round values along an axis, and how they are written. */
final class Ticks {
  private Ticks() {}

  /** Multiples of 1, 2, 2.5 or 5 times a power of ten, about {@code wanted} of them. */
  static List<Double> linear(double low, double high, int wanted) {
    double step = step(high - low, wanted);
    List<Double> ticks = new ArrayList<>();
    for (long index = (long) Math.ceil(low / step - 1e-9); index * step <= high + step * 1e-9; ) {
      ticks.add(index++ * step);
    }
    return ticks;
  }

  static double step(double span, int wanted) {
    double rough = span / wanted;
    double power = Math.pow(10, Math.floor(Math.log10(rough)));
    for (double multiple : new double[] {1, 2, 2.5, 5}) {
      if (rough <= multiple * power * (1 + 1e-9)) {
        return multiple * power;
      }
    }
    return 10 * power;
  }

  /**
   * Powers of ten, with 2 and 5 between them where fewer than {@code wanted} powers fit, and some
   * of the powers left out where more do; round numbers where the axis spans no decade.
   */
  static List<Double> logarithmic(double low, double high, int wanted) {
    double decades = Math.log10(high / low);
    if (decades < 0.5) {
      return linear(low, high, Math.max(2, wanted / 2));
    }
    double[] multiples =
        decades * 3 <= wanted
            ? new double[] {1, 2, 5}
            : decades * 2 <= wanted ? new double[] {1, 3} : new double[] {1};
    int stride = Math.max(1, (int) Math.ceil(decades / wanted));
    List<Double> ticks = new ArrayList<>();
    int first = (int) Math.floor(Math.log10(low));
    for (int exponent = first; exponent <= Math.log10(high); exponent++) {
      for (double multiple : multiples) {
        double tick = multiple * Math.pow(10, exponent);
        if (exponent % stride == 0 && tick >= low * 0.999 && tick <= high * 1.001) {
          ticks.add(tick);
        }
      }
    }
    return ticks;
  }

  static String write(double value, Axis.Notation notation) {
    return switch (notation) {
      case PERCENT -> plain(value * 100) + "%";
      case DECIMAL -> plain(value);
      case COUNT -> count(value);
    };
  }

  private static String count(double value) {
    String[] suffixes = {"", "k", "M", "B", "T"};
    double scaled = value;
    int suffix = 0;
    while (Math.abs(scaled) >= 999.5 && suffix < suffixes.length - 1) {
      scaled /= 1000;
      suffix++;
    }
    return plain(scaled) + suffixes[suffix];
  }

  /** Up to three decimals without trailing zeros, and a true minus sign. */
  private static String plain(double value) {
    String text = String.format(Locale.ROOT, "%.3f", value).replaceAll("\\.?0+$", "");
    return text.equals("-0") ? "0" : text.replace('-', '\u2212');
  }
}
