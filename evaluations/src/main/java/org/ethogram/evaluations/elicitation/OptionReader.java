package org.ethogram.evaluations.elicitation;

import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;

/**
 * Which of a few options a free answer is.
 *
 * <p>White space around answer and options does not count, nor do quotation marks, asterisks,
 * backquotes and underscores before the answer, nor case. An answer is the option that it begins
 * with, where the option's last letter or digit ends there: no letter or digit follows at once, nor
 * after a single {@code . , ' ’ - _}. Of several such options it is the longest. Anything else is
 * no option.
 */
public final class OptionReader {
  private static final String BEFORE = "^[\\s\"'“”„‘’«»*`_]+";
  private static final String JOINING = ".,'’-_";

  private final List<String> options;

  /**
   * @param options different ones, none blank
   */
  public OptionReader(List<String> options) {
    this.options = options.stream().map(option -> plain(option.strip())).toList();
  }

  /** The index of the option; empty where the answer is none of them. */
  public OptionalInt read(String answer) {
    String said = plain(answer.replaceFirst(BEFORE, "").strip());
    int best = -1;
    for (int i = 0; i < options.size(); i++) {
      String option = options.get(i);
      if (said.startsWith(option)
          && ends(said, option.length())
          && (best < 0 || option.length() > options.get(best).length())) {
        best = i;
      }
    }
    return best < 0 ? OptionalInt.empty() : OptionalInt.of(best);
  }

  private static boolean ends(String said, int at) {
    if (at >= said.length()) {
      return true;
    }
    char next = said.charAt(at);
    boolean joins = JOINING.indexOf(next) >= 0 && at + 1 < said.length();
    return !Character.isLetterOrDigit(joins ? said.charAt(at + 1) : next);
  }

  private static String plain(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
