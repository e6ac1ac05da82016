package org.ethogram.games.telling;

import java.math.BigDecimal;

/** Numbers as people write them: whole ones without a point. */
final class Numbers {
  private Numbers() {}

  static String plain(double number) {
    String text = new BigDecimal(Double.toString(number)).stripTrailingZeros().toPlainString();
    return text.equals("-0") ? "0" : text;
  }
}
