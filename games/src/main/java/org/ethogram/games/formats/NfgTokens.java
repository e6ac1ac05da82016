package org.ethogram.games.formats;

import java.util.regex.Pattern;
import org.ethogram.core.ErrorCode;
import org.ethogram.core.EthogramException;

/** The words of an .nfg text, one after the other, each with its place. */
final class NfgTokens {
  private static final Pattern NUMBER =
      Pattern.compile("[-+]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][-+]?\\d+)?");

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
    start = position - 1;
    StringBuilder quoted = new StringBuilder();
    while (position < text.length() && text.charAt(position) != '"') {
      if (text.charAt(position) == '\\' && position + 1 < text.length()) {
        position++;
      }
      quoted.append(text.charAt(position++));
    }
    if (position == text.length()) {
      throw invalidThere("a quoted text that does not end");
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

  /** A decimal number or a fraction of two such as 1/3, as the nearest double. */
  double number() {
    String word = word();
    int slash = word.indexOf('/');
    double number =
        slash < 0
            ? decimal(word)
            : decimal(word.substring(0, slash)) / decimal(word.substring(slash + 1));
    if (!Double.isFinite(number)) {
      throw invalidThere("'" + word + "' is no finite number");
    }
    return number;
  }

  /** Not a number where the text is none. */
  private static double decimal(String text) {
    return NUMBER.matcher(text).matches() ? Double.parseDouble(text) : Double.NaN;
  }

  int count(int least) {
    double number = number();
    if (number != Math.rint(number) || number < least || number > Short.MAX_VALUE) {
      throw invalidThere(
          "'" + text.substring(start, position) + "' is no whole number of at least " + least);
    }
    return (int) number;
  }

  /** An error at the beginning of what was read last. */
  EthogramException invalidThere(String problem) {
    position = start;
    return invalid(problem);
  }

  /** An error at what comes next. */
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
