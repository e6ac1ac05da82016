package org.ethogram.report.plots;

import java.util.Locale;

/** Names of games, opponents and questions as they stand above a panel. */
final class Spoken {
  private Spoken() {}

  /** {@code prisoners-dilemma} as {@code Prisoner's dilemma}. */
  static String name(String name) {
    String words = name.replace('-', ' ').replace("prisoners ", "prisoner's ");
    return words.isEmpty()
        ? words
        : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }
}
