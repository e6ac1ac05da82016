package org.ethogram.torch.chat.jinja;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Filters of texts that differ from the methods of the same name. */
final class TextFilters {
  private static final Pattern WORD =
      Pattern.compile("[^-\\s({\\[<]+", Pattern.UNICODE_CHARACTER_CLASS);

  private TextFilters() {}

  /** Words between spaces, hyphens and opening brackets begin large. */
  static String title(String text) {
    return WORD.matcher(text)
        .replaceAll(word -> Matcher.quoteReplacement(TextMethods.capitalized(word.group())));
  }

  static String indent(String text, Arguments arguments) {
    List<Optional<Object>> given = arguments.bind("width", "first", "blank");
    Object width = given.get(0).orElse(4L);
    String space =
        width instanceof String prefix
            ? prefix
            : " ".repeat(Math.clamp(Values.integer(width), 0, 10_000));
    boolean first = given.get(1).filter(Values::isTrue).isPresent();
    boolean blank = given.get(2).filter(Values::isTrue).isPresent();
    BoundedText indented = new BoundedText();
    boolean beginning = true;
    for (String line : (text + "\n").lines().toList()) {
      boolean spaced = beginning ? first : blank || !line.isEmpty();
      indented.append(beginning ? "" : "\n").append(spaced ? space : "").append(line);
      beginning = false;
    }
    return indented.toString();
  }
}
