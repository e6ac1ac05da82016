package org.ethogram.torch.chat.jinja;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Values as Python's {@code str} and {@code repr} write them. */
final class ValueText {
  private ValueText() {}

  static String of(Object value) {
    return switch (value) {
      case String text -> text;
      case Undefined _ -> "";
      default -> {
        BoundedText text = new BoundedText();
        write(value, text);
        yield text.toString();
      }
    };
  }

  private static void write(Object value, BoundedText text) {
    switch (value) {
      case None _ -> text.append("None");
      case Boolean truth -> text.append(truth ? "True" : "False");
      case Long number -> text.append(number.toString());
      case Double number -> text.append(number(number));
      case String inner -> text.append(quoted(inner));
      case List<?> list -> {
        text.append("[");
        writeAll(list, text);
        text.append("]");
      }
      case Tuple tuple -> {
        text.append("(");
        writeAll(tuple.items(), text);
        text.append(tuple.items().size() == 1 ? ",)" : ")");
      }
      case Map<?, ?> map -> {
        text.append("{");
        String between = "";
        for (Map.Entry<?, ?> entry : map.entrySet()) {
          text.append(between);
          write(entry.getKey(), text);
          text.append(": ");
          write(entry.getValue(), text);
          between = ", ";
        }
        text.append("}");
      }
      case Undefined _ -> text.append("Undefined");
      default -> throw new TemplateFault(Values.kind(value) + " cannot be written");
    }
  }

  private static void writeAll(List<?> items, BoundedText text) {
    String between = "";
    for (Object item : items) {
      text.append(between);
      write(item, text);
      between = ", ";
    }
  }

  /** The shortest decimal that reads back as the number, with an exponent outside 1e-4 to 1e16. */
  static String number(double number) {
    if (!Double.isFinite(number)) {
      return Double.isNaN(number) ? "nan" : number > 0 ? "inf" : "-inf";
    }
    double size = Math.abs(number);
    if (size == 0 || (size >= 1e-4 && size < 1e16)) {
      String plain = new java.math.BigDecimal(Double.toString(number)).toPlainString();
      String signed = number == 0 ? Double.toString(number) : plain;
      return signed.contains(".") ? signed : signed + ".0";
    }
    String[] parts = Double.toString(number).toLowerCase(Locale.ROOT).split("e", -1);
    int exponent = Integer.parseInt(parts[1]);
    return parts[0].replaceFirst("\\.0$", "")
        + "e%s%02d".formatted(exponent < 0 ? "-" : "+", Math.abs(exponent));
  }

  private static String quoted(String inner) {
    String quote = inner.contains("'") && !inner.contains("\"") ? "\"" : "'";
    StringBuilder text = new StringBuilder(quote);
    inner
        .codePoints()
        .forEach(
            character -> {
              switch (character) {
                case '\\' -> text.append("\\\\");
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                case '\t' -> text.append("\\t");
                default -> {
                  if (quote.codePointAt(0) == character) {
                    text.append('\\').appendCodePoint(character);
                  } else if (character < ' ' || character == 0x7f) {
                    text.append("\\x%02x".formatted(character));
                  } else {
                    text.appendCodePoint(character);
                  }
                }
              }
            });
    return text.append(quote).toString();
  }
}
