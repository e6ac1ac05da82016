package org.ethogram.models.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ethogram.core.ErrorCode;
import org.ethogram.core.EthogramException;

/**
 * Several words written as one, as shells write them: {@code pythia-{70m,160m}}, {@code
 * step{0,1000}}, {@code step{1000..143000..1000}}; one within another too.
 */
public final class BraceExpansion {
  /** More words than any suite has members. */
  private static final int MOST = 10_000;

  private static final Pattern RANGE =
      Pattern.compile("(0|[1-9]\\d{0,14})\\.\\.(0|[1-9]\\d{0,14})(?:\\.\\.([1-9]\\d{0,14}))?");

  private final String text;

  private BraceExpansion(String text) {
    this.text = text;
  }

  /**
   * All words, the leftmost braces turning slowest; the text itself where it has no braces.
   *
   * @throws EthogramException {@code USAGE} when braces do not match, hold neither a list nor a
   *     range, or stand for more than 10,000 words
   */
  public static List<String> expand(String text) {
    return new BraceExpansion(text).words(text);
  }

  private List<String> words(String part) {
    int open = part.indexOf('{');
    if (open < 0) {
      if (part.indexOf('}') >= 0) {
        throw wrong("a brace is closed that was not opened");
      }
      return List.of(part);
    }
    int close = closing(part, open);
    if (part.substring(0, open).indexOf('}') >= 0) {
      throw wrong("a brace is closed that was not opened");
    }
    List<String> choices = choices(part.substring(open + 1, close));
    List<String> endings = words(part.substring(close + 1));
    if ((long) choices.size() * endings.size() > MOST) {
      throw wrong("it stands for more than " + MOST + " words");
    }
    List<String> words = new ArrayList<>();
    for (String choice : choices) {
      for (String ending : endings) {
        words.add(part.substring(0, open) + choice + ending);
      }
    }
    return words;
  }

  private int closing(String part, int open) {
    int depth = 0;
    for (int i = open; i < part.length(); i++) {
      depth += part.charAt(i) == '{' ? 1 : part.charAt(i) == '}' ? -1 : 0;
      if (depth == 0) {
        return i;
      }
    }
    throw wrong("a brace is not closed");
  }

  private List<String> choices(String inside) {
    Matcher range = RANGE.matcher(inside);
    if (range.matches()) {
      return range(
          Long.parseLong(range.group(1)),
          Long.parseLong(range.group(2)),
          range.group(3) == null ? 1 : Long.parseLong(range.group(3)));
    }
    List<String> items = items(inside);
    if (items.size() < 2) {
      throw wrong("'{" + inside + "}' is neither a list such as {a,b} nor a range such as {1..9}");
    }
    return items.stream().flatMap(item -> words(item).stream()).toList();
  }

  private List<String> range(long first, long last, long step) {
    if (Math.abs(last - first) / step >= MOST) {
      throw wrong("it stands for more than " + MOST + " words");
    }
    List<String> numbers = new ArrayList<>();
    long direction = last < first ? -step : step;
    for (long number = first; (last - number) * direction >= 0; number += direction) {
      numbers.add(Long.toString(number));
    }
    return numbers;
  }

  /** What stands between the commas that lie in no braces of their own. */
  private static List<String> items(String inside) {
    List<String> items = new ArrayList<>();
    int depth = 0;
    int start = 0;
    for (int i = 0; i < inside.length(); i++) {
      char character = inside.charAt(i);
      depth += character == '{' ? 1 : character == '}' ? -1 : 0;
      if (character == ',' && depth == 0) {
        items.add(inside.substring(start, i));
        start = i + 1;
      }
    }
    items.add(inside.substring(start));
    return items;
  }

  private EthogramException wrong(String problem) {
    return new EthogramException(
        ErrorCode.USAGE,
        text,
        problem,
        "Write lists and ranges such as org/name-{70m,160m}@step{1000..143000..1000}");
  }
}
