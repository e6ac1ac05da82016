package org.ethogram.torch.chat.jinja;

/** What a quoted text stands for: the escapes of Python, of which an unknown one stays as it is. */
final class StringLiteral {
  private StringLiteral() {}

  static String value(String inner, int line) {
    StringBuilder value = new StringBuilder(inner.length());
    int position = 0;
    while (position < inner.length()) {
      char character = inner.charAt(position++);
      if (character != '\\') {
        value.append(character);
        continue;
      }
      char escape = inner.charAt(position++);
      switch (escape) {
        case '\n' -> {}
        case '\\', '\'', '"' -> value.append(escape);
        case 'a' -> value.append('\u0007');
        case 'b' -> value.append('\b');
        case 'f' -> value.append('\f');
        case 'n' -> value.append('\n');
        case 'r' -> value.append('\r');
        case 't' -> value.append('\t');
        case 'v' -> value.append('\u000b');
        case 'x' -> position = number(inner, position, 2, line, value);
        case 'u' -> position = number(inner, position, 4, line, value);
        case 'U' -> position = number(inner, position, 8, line, value);
        case 'N' -> throw new TemplateException(line, "characters by name (\\N) are not supported");
        case '0', '1', '2', '3', '4', '5', '6', '7' -> {
          int end = position;
          while (end < inner.length() && end < position + 2 && isOctal(inner.charAt(end))) {
            end++;
          }
          value.append((char) Integer.parseInt(inner.substring(position - 1, end), 8));
          position = end;
        }
        default -> value.append('\\').append(escape);
      }
    }
    return value.toString();
  }

  private static int number(String inner, int from, int digits, int line, StringBuilder value) {
    int end = from + digits;
    try {
      value.appendCodePoint(Integer.parseInt(inner.substring(from, end), 16));
    } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
      throw new TemplateException(line, "an escape asks for " + digits + " hexadecimal digits");
    }
    return end;
  }

  private static boolean isOctal(char character) {
    return character >= '0' && character <= '7';
  }
}
