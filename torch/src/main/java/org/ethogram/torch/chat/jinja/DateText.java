package org.ethogram.torch.chat.jinja;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** A day, at midnight, as {@code strftime} writes it in English. */
final class DateText {
  private DateText() {}

  static String write(String format, LocalDate day) {
    StringBuilder text = new StringBuilder();
    for (int index = 0; index < format.length(); index++) {
      char character = format.charAt(index);
      if (character != '%' || index + 1 == format.length()) {
        text.append(character);
        continue;
      }
      char field = format.charAt(++index);
      if (field == '-' && index + 1 < format.length()) {
        text.append(part(format.charAt(++index), day).replaceFirst("^0(?=.)", ""));
      } else {
        text.append(part(field, day));
      }
    }
    return text.toString();
  }

  private static String part(char field, LocalDate day) {
    return switch (field) {
      case 'd' -> by("dd", day);
      case 'm' -> by("MM", day);
      case 'y' -> by("yy", day);
      case 'Y' -> by("uuuu", day);
      case 'b', 'h' -> by("MMM", day);
      case 'B' -> by("MMMM", day);
      case 'a' -> by("EEE", day);
      case 'A' -> by("EEEE", day);
      case 'j' -> by("DDD", day);
      case 'F' -> by("uuuu-MM-dd", day);
      case 'D' -> by("MM/dd/yy", day);
      case 'H', 'M', 'S' -> "00";
      case 'I' -> "12";
      case 'p' -> "AM";
      case 'T' -> "00:00:00";
      case 'R' -> "00:00";
      case '%' -> "%";
      default -> throw new TemplateFault("strftime_now('%" + field + "') is not supported");
    };
  }

  private static String by(String pattern, LocalDate day) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).format(day);
  }
}
