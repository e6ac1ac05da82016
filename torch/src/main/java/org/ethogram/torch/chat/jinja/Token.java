package org.ethogram.torch.chat.jinja;

/**
 * A piece of a template.
 *
 * @param text what it says: of a literal its value, of a name or operator itself
 */
record Token(Kind kind, String text, int line) {
  enum Kind {
    TEXT,
    OUTPUT_BEGIN,
    OUTPUT_END,
    TAG_BEGIN,
    TAG_END,
    NAME,
    STRING,
    INTEGER,
    FLOAT,
    OPERATOR,
    END
  }

  boolean is(Kind other, String content) {
    return kind == other && text.equals(content);
  }

  @Override
  public String toString() {
    return switch (kind) {
      case END -> "the end of the template";
      case TAG_END, OUTPUT_END -> "the end of the tag";
      default -> "'" + text + "'";
    };
  }
}
