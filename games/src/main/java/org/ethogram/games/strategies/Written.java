package org.ethogram.games.strategies;

import java.util.ArrayList;
import java.util.List;
import org.ethogram.core.ErrorCode;
import org.ethogram.core.EthogramException;

/**
 * A strategy as a user writes it: a name with any parameters in brackets or after a colon, such as
 * {@code random(0.3)} or {@code cycle:CCD}. A parameter may hold brackets of its own.
 */
record Written(String name, List<String> parameters) {
  Written {
    parameters = List.copyOf(parameters);
  }

  static Written of(String text) {
    String all = text.strip();
    int colon = all.indexOf(':');
    if (colon >= 0 && all.lastIndexOf('(', colon) < 0) {
      return new Written(all.substring(0, colon), parts(all.substring(colon + 1), text));
    }
    if (all.endsWith(")")) {
      int open = opening(all);
      return new Written(
          all.substring(0, open), parts(all.substring(open + 1, all.length() - 1), text));
    }
    if (all.indexOf('(') >= 0 && all.indexOf(')') < 0) {
      throw unbalanced(text);
    }
    return new Written(all, List.of());
  }

  /** The strategies of a list; commas inside brackets do not part them. */
  static List<String> list(String text) {
    List<String> parts = parted(text, text);
    if (parts.stream().anyMatch(String::isEmpty)) {
      throw new EthogramException(
          ErrorCode.INVALID_DATA,
          "strategies '" + text + "'",
          "nothing stands before, after or between the commas",
          "Write a list such as tit-for-tat,cycle:CCD");
    }
    return parts;
  }

  /** Where the bracket opens that the last character closes. */
  private static int opening(String text) {
    int depth = 0;
    for (int at = text.length() - 1; at >= 0; at--) {
      depth += text.charAt(at) == ')' ? 1 : text.charAt(at) == '(' ? -1 : 0;
      if (depth == 0) {
        return at;
      }
    }
    throw unbalanced(text);
  }

  private static List<String> parts(String inside, String text) {
    return parted(inside, text).stream().filter(part -> !part.isEmpty()).toList();
  }

  private static List<String> parted(String inside, String text) {
    List<String> parts = new ArrayList<>();
    int depth = 0;
    int from = 0;
    for (int at = 0; at < inside.length(); at++) {
      char character = inside.charAt(at);
      depth += character == '(' ? 1 : character == ')' ? -1 : 0;
      if (depth < 0) {
        throw unbalanced(text);
      }
      if (character == ',' && depth == 0) {
        parts.add(inside.substring(from, at).strip());
        from = at + 1;
      }
    }
    if (depth > 0) {
      throw unbalanced(text);
    }
    parts.add(inside.substring(from).strip());
    return parts;
  }

  private static EthogramException unbalanced(String text) {
    return new EthogramException(
        ErrorCode.INVALID_DATA,
        "strategy '" + text + "'",
        "a bracket is opened or closed alone",
        "Write parameters as in random(0.3)");
  }
}
