package org.ethogram.lab.dataset;

import java.util.Locale;
import java.util.OptionalDouble;
import java.util.Set;

/** Numbers as tables write them. */
public final class Cells {
  private static final Set<String> MISSING = Set.of("", "na", "n/a", "nan", "null", "none");

  private Cells() {}

  /** Whether a cell says that there is no value. */
  public static boolean isMissing(String cell) {
    return MISSING.contains(cell.toLowerCase(Locale.ROOT));
  }

  /** The number of a cell; infinite ones too, empty where it is none. */
  public static OptionalDouble number(String cell) {
    return switch (cell.toLowerCase(Locale.ROOT)) {
      case "inf", "+inf", "infinity", "+infinity" -> OptionalDouble.of(Double.POSITIVE_INFINITY);
      case "-inf", "-infinity" -> OptionalDouble.of(Double.NEGATIVE_INFINITY);
      default -> finite(cell);
    };
  }

  /** Java reads a trailing d or f and hexadecimal numbers too, which no table means. */
  private static OptionalDouble finite(String cell) {
    if (!cell.matches("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?")) {
      return OptionalDouble.empty();
    }
    return OptionalDouble.of(Double.parseDouble(cell));
  }
}
