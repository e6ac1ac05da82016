package org.ethogram.games.formats;

import java.math.BigDecimal;

/** Numbers as they stand in files: as short as they can be read back exactly. */
final class Decimal {
  private Decimal() {}

  static String plain(double number) {
    String text = new BigDecimal(Double.toString(number)).stripTrailingZeros().toPlainString();
    return text.equals("-0") ? "0" : text;
  }
}
