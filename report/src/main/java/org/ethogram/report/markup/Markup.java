package org.ethogram.report.markup;

/** Escapes text for element content and quoted attributes of HTML and XML. */
public final class Markup {
  private Markup() {}

  /** The text with every character that could be read as markup, or not be read, replaced. */
  public static String escape(String text) {
    StringBuilder escaped = new StringBuilder(text.length() + 16);
    text.codePoints().forEach(character -> append(escaped, character));
    return escaped.toString();
  }

  private static void append(StringBuilder escaped, int character) {
    switch (character) {
      case '&' -> escaped.append("&amp;");
      case '<' -> escaped.append("&lt;");
      case '>' -> escaped.append("&gt;");
      case '"' -> escaped.append("&quot;");
      case '\'' -> escaped.append("&#39;");
      default -> escaped.appendCodePoint(isXmlCharacter(character) ? character : 0xfffd);
    }
  }

  /** XML 1.0, section 2.2, production 2. */
  private static boolean isXmlCharacter(int character) {
    return character == '\t'
        || character == '\n'
        || character == '\r'
        || (character >= 0x20 && character <= 0xd7ff)
        || (character >= 0xe000 && character <= 0xfffd)
        || character >= 0x10000;
  }
}
