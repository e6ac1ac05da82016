package org.ethogram.games.formats;

import org.ethogram.core.ErrorCode;
import org.ethogram.core.EthogramException;

/** The words of an .nfg text, one after the other, each with its place. */
final class NfgTokens {
  private final String place;
  private final String text;
  private int position;
  private int start;

  NfgTokens(String place, String text) {
    this.place = place;
    this.text = text;
  }

  boolean atEnd() {
    skipSpace();
    return position == text.length();
  }

  /** Whether the next word begins so; at the end nothing does. */
  boolean next(char beginning) {
    return !atEnd() && text.charAt(position) == beginning;
  }

  void take(char expected) {
    if (!next(expected)) {
      throw invalid("expected '" + expected + "', found " + peek());
    }
    position++;
  }

  /** A text in quotation marks, in which a backslash keeps the character after it. */
  String quoted() {
    take('"');
    StringBuilder quoted = new StringBuilder();
    while (position < text.length() && text.charAt(position) != '"') {
      if (text.charAt(position) == '\\' && position + 1 < text.length()) {
        position++;
      }
      quoted.append(text.charAt(position++));
    }
    if (position == text.length()) {
      throw invalid("a quoted text that does not end");
    }
    position++;
    return quoted.toString();
  }

  /** A word without spaces, quotation marks, braces or commas. */
  String word() {
    if (atEnd()) {
      throw invalid("the text ends too early");
    }
    start = position;
    while (position < text.length() && !ends(text.charAt(position))) {
      position++;
    }
    if (position == start) {
      throw invalid("expected a word or number, found " + peek());
    }
    return text.substring(start, position);
  }

  /** A decimal number or a fraction such as 1/3. */
  double number() {
    String word = word();
    int slash = word.indexOf('/');
    double number = Double.NaN;
    try {
      number =
          slash < 0
              ? Double.parseDouble(word)
              : Double.parseDouble(word.substring(0, slash))
                  / Double.parseDouble(word.substring(slash + 1));
    } catch (NumberFormatException e) {
      position = start;
      throw invalid("'" + word + "' is no number");
    }
    if (!Double.isFinite(number)) {
      position = start;
      throw invalid("'" + word + "' is no finite number");
    }
    return number;
  }

  int count(int least) {
    double number = number();
    if (number != Math.rint(number) || number < least || number > Short.MAX_VALUE) {
      position = start;
      throw invalid("'" + word() + "' is no whole number of at least " + least);
    }
    return (int) number;
  }

  EthogramException invalid(String problem) {
    int line = 1 + (int) text.substring(0, position).chars().filter(c -> c == '\n').count();
    int column = position - text.lastIndexOf('\n', Math.max(0, position - 1));
    return new EthogramException(
        ErrorCode.INVALID_DATA,
        place + ":" + line + ":" + Math.max(1, column),
        problem,
        "See Gambit's description of the .nfg format");
  }

  private String peek() {
    return atEnd() ? "the end" : "'" + text.charAt(position) + "'";
  }

  private void skipSpace() {
    while (position < text.length()
        && (Character.isWhitespace(text.charAt(position)) || text.charAt(position) == ',')) {
      position++;
    }
  }

  private static boolean ends(char character) {
    return Character.isWhitespace(character) || "{}\",".indexOf(character) >= 0;
  }
}
