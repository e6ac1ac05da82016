package org.ethogram.games.formats;

import java.math.BigDecimal;

/** Numbers as they stand in files: as short as they can be read back exactly. */
final class Decimal {
  private static final int LONG_DECIMAL = 12;
  private static final int LARGEST_DENOMINATOR = 1000;
  private static final double LARGEST_NUMERATOR = 1e9;

  private Decimal() {}

  static String plain(double number) {
    String text = new BigDecimal(Double.toString(number)).stripTrailingZeros().toPlainString();
    return text.equals("-0") ? "0" : text;
  }

  /** A fraction such as 1/3 where a decimal would be long and both are read as the same number. */
  static String fraction(double number) {
    String decimal = plain(number);
    for (int denominator = 2;
        decimal.length() > LONG_DECIMAL && denominator <= LARGEST_DENOMINATOR;
        denominator++) {
      double numerator = Math.rint(number * denominator);
      if (Math.abs(numerator) <= LARGEST_NUMERATOR && numerator / denominator == number) {
        return plain(numerator) + "/" + denominator;
      }
    }
    return decimal;
  }
}
