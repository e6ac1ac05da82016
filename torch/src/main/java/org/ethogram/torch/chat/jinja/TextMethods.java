package org.ethogram.torch.chat.jinja;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.IntPredicate;
import java.util.function.UnaryOperator;

/** The methods of texts, as Python has them. */
final class TextMethods {
  private TextMethods() {}

  static Optional<Function> named(String text, String name) {
    return Optional.ofNullable(
        switch (name) {
          case "strip" -> arguments -> strip(text, arguments, true, true);
          case "lstrip" -> arguments -> strip(text, arguments, true, false);
          case "rstrip" -> arguments -> strip(text, arguments, false, true);
          case "startswith" -> arguments -> any(text, arguments, String::startsWith);
          case "endswith" -> arguments -> any(text, arguments, String::endsWith);
          case "split" -> arguments -> TextPieces.split(text, arguments);
          case "rsplit" -> arguments -> TextPieces.splitFromRight(text, arguments);
          case "splitlines" -> arguments -> TextPieces.lines(text, arguments);
          case "join" -> arguments -> TextPieces.join(text, arguments.single("iterable"));
          case "replace" -> arguments -> TextPieces.replace(text, arguments);
          case "upper" -> plain(text, TextMethods::upper);
          case "lower" -> plain(text, TextMethods::lower);
          case "capitalize" -> plain(text, TextMethods::capitalized);
          case "title" -> plain(text, TextMethods::titled);
          case "count" -> arguments -> TextPieces.count(text, part(arguments));
          case "find" -> arguments -> place(text, text.indexOf(part(arguments)));
          case "rfind" -> arguments -> place(text, text.lastIndexOf(part(arguments)));
          case "removeprefix" ->
              arguments -> {
                String prefix = part(arguments);
                return text.startsWith(prefix) ? text.substring(prefix.length()) : text;
              };
          case "removesuffix" ->
              arguments -> {
                String suffix = part(arguments);
                return text.endsWith(suffix)
                    ? text.substring(0, text.length() - suffix.length())
                    : text;
              };
          case "isdigit" -> all(text, Character::isDigit);
          case "isalpha" -> all(text, Character::isLetter);
          case "isalnum" -> all(text, Character::isLetterOrDigit);
          case "isspace" -> all(text, Whitespace::is);
          default -> null;
        });
  }

  static String strip(String text, Arguments arguments, boolean left, boolean right) {
    IntPredicate stripped =
        arguments
            .bind("chars")
            .getFirst()
            .filter(characters -> characters != None.NONE)
            .map(Values::text)
            .<IntPredicate>map(characters -> one -> characters.indexOf(one) >= 0)
            .orElse(Whitespace::is);
    return Whitespace.strip(text, stripped, left, right);
  }

  static String upper(String text) {
    return text.toUpperCase(Locale.ROOT);
  }

  static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }

  static String capitalized(String text) {
    if (text.isEmpty()) {
      return text;
    }
    int first = text.codePointAt(0);
    return Character.toString(Character.toTitleCase(first))
        + lower(text.substring(Character.charCount(first)));
  }

  /** A letter behind what is no letter is large, any other small. */
  private static String titled(String text) {
    StringBuilder titled = new StringBuilder();
    boolean inWord = false;
    for (int character : text.codePoints().toArray()) {
      titled.appendCodePoint(
          inWord ? Character.toLowerCase(character) : Character.toTitleCase(character));
      inWord = Character.isLetter(character);
    }
    return titled.toString();
  }

  private static Function plain(String text, UnaryOperator<String> change) {
    return arguments -> {
      arguments.requireNone();
      return change.apply(text);
    };
  }

  private static Function all(String text, IntPredicate property) {
    return arguments -> {
      arguments.requireNone();
      return !text.isEmpty() && text.codePoints().allMatch(property);
    };
  }

  private static boolean any(String text, Arguments arguments, BiPredicate<String, String> test) {
    Object wanted = arguments.single("prefix");
    List<Object> texts = wanted instanceof Tuple tuple ? tuple.items() : List.of(wanted);
    return texts.stream().anyMatch(one -> test.test(text, Values.text(one)));
  }

  private static String part(Arguments arguments) {
    return Values.text(arguments.single("sub"));
  }

  private static long place(String text, int index) {
    return index < 0 ? -1 : text.codePointCount(0, index);
  }
}
