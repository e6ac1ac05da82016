package org.ethogram.torch.chat.jinja;

import java.util.function.IntPredicate;

/** Characters taken off the ends of texts. */
final class Whitespace {
  private Whitespace() {}

  /** What Python counts as white space, no-break spaces among it. */
  static boolean is(int character) {
    return Character.isWhitespace(character)
        || Character.isSpaceChar(character)
        || character == 0x85;
  }

  static String strip(String text, IntPredicate stripped, boolean left, boolean right) {
    int begin = 0;
    int end = text.length();
    while (left && begin < end && stripped.test(text.codePointAt(begin))) {
      begin += Character.charCount(text.codePointAt(begin));
    }
    while (right && end > begin && stripped.test(text.codePointBefore(end))) {
      end -= Character.charCount(text.codePointBefore(end));
    }
    return text.substring(begin, end);
  }
}
