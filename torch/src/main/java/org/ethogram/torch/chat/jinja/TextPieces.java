package org.ethogram.torch.chat.jinja;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Texts cut into pieces and put together. */
final class TextPieces {
  private TextPieces() {}

  static List<Object> split(String text, Arguments arguments) {
    List<Optional<Object>> given = arguments.bind("sep", "maxsplit");
    long most = most(given.get(1));
    Optional<String> separator = separator(given.get(0));
    List<Object> pieces = new ArrayList<>();
    int from = 0;
    if (separator.isEmpty()) {
      String left = Whitespace.strip(text, Whitespace::is, true, false);
      while (!left.isEmpty()) {
        int end = 0;
        while (end < left.length() && !Whitespace.is(left.charAt(end))) {
          end++;
        }
        if (pieces.size() == most) {
          pieces.add(Whitespace.strip(left, Whitespace::is, false, true));
          return pieces;
        }
        add(pieces, left.substring(0, end));
        left = Whitespace.strip(left.substring(end), Whitespace::is, true, false);
      }
      return pieces;
    }
    String cut = separator.get();
    int next = text.indexOf(cut);
    while (next >= 0 && pieces.size() < most) {
      add(pieces, text.substring(from, next));
      from = next + cut.length();
      next = text.indexOf(cut, from);
    }
    add(pieces, text.substring(from));
    return pieces;
  }

  static List<Object> splitFromRight(String text, Arguments arguments) {
    List<Optional<Object>> given = arguments.bind("sep", "maxsplit");
    String cut =
        separator(given.get(0))
            .orElseThrow(() -> new TemplateFault("rsplit() without a separator is not supported"));
    long most = most(given.get(1));
    List<Object> pieces = new ArrayList<>();
    int end = text.length();
    int previous = text.lastIndexOf(cut);
    while (previous >= 0 && pieces.size() < most) {
      add(pieces, text.substring(previous + cut.length(), end));
      end = previous;
      previous = previous < cut.length() ? -1 : text.lastIndexOf(cut, previous - cut.length());
    }
    add(pieces, text.substring(0, end));
    Collections.reverse(pieces);
    return pieces;
  }

  static List<Object> lines(String text, Arguments arguments) {
    arguments.requireNone();
    List<Object> lines = new ArrayList<>();
    text.lines().forEach(line -> add(lines, line));
    return lines;
  }

  static String join(String separator, Object pieces) {
    BoundedText joined = new BoundedText();
    String between = "";
    for (Object piece : Values.items(pieces)) {
      joined.append(between).append(Values.text(piece));
      between = separator;
    }
    return joined.toString();
  }

  static String replace(String text, Arguments arguments) {
    List<Optional<Object>> given = arguments.bind("old", "new", "count");
    String old = Values.text(required(given.get(0)));
    String replacement = Values.text(required(given.get(1)));
    long most = most(given.get(2));
    if (old.isEmpty()) {
      throw new TemplateFault("replace() is asked to replace nothing");
    }
    BoundedText replaced = new BoundedText();
    int from = 0;
    int next = text.indexOf(old);
    for (long count = 0; next >= 0 && count < most; count++) {
      replaced.append(text.substring(from, next)).append(replacement);
      from = next + old.length();
      next = text.indexOf(old, from);
    }
    return replaced.append(text.substring(from)).toString();
  }

  static long count(String text, String part) {
    if (part.isEmpty()) {
      return text.codePointCount(0, text.length()) + 1L;
    }
    long count = 0;
    for (int at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + part.length())) {
      count++;
    }
    return count;
  }

  private static Object required(Optional<Object> argument) {
    return argument.orElseThrow(() -> new TemplateFault("replace() needs an old and a new text"));
  }

  private static Optional<String> separator(Optional<Object> given) {
    Optional<String> separator = given.filter(value -> value != None.NONE).map(Values::text);
    if (separator.filter(String::isEmpty).isPresent()) {
      throw new TemplateFault("a text cannot be split by nothing");
    }
    return separator;
  }

  private static long most(Optional<Object> given) {
    long most = given.filter(value -> value != None.NONE).map(Values::integer).orElse(-1L);
    return most < 0 ? Long.MAX_VALUE : most;
  }

  private static void add(List<Object> pieces, String piece) {
    pieces.add(piece);
    Work.requireShort(pieces.size());
  }
}
