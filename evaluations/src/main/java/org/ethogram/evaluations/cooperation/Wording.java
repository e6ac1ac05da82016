package org.ethogram.evaluations.cooperation;

import java.util.Arrays;
import java.util.Locale;
import org.ethogram.core.ErrorCode;
import org.ethogram.core.EthogramException;
import org.ethogram.core.Suggestion;
import org.ethogram.games.telling.Phrasing;

/** In which words a game is told; no two tell the rules alike. */
public enum Wording {
  /**
   * {@code if you choose oak and the other chooses rose, you get 0 and the other gets 5 points.}
   */
  ENGLISH_1,
  /** {@code oak against rose gives 0 and 5.} */
  ENGLISH_2,
  /** {@code when you take oak and the other takes rose, the points are 0 for you and ...} */
  ENGLISH_3,
  /** {@code oak rose 0 5.} */
  COMPACT;

  /**
   * The wording of this name, without regard to case, spaces and punctuation.
   *
   * @throws EthogramException {@code INVALID_DATA} with the nearest name when there is none
   */
  public static Wording named(String name) {
    return Arrays.stream(values())
        .filter(wording -> Suggestion.plain(wording.label()).equals(Suggestion.plain(name)))
        .findFirst()
        .orElseThrow(
            () ->
                new EthogramException(
                    ErrorCode.INVALID_DATA,
                    "phrasing '" + name + "'",
                    "no phrasing of this name",
                    Suggestion.remedy(name, Arrays.stream(values()).map(Wording::label).toList())));
  }

  /** The name in study files and results, such as {@code english-1}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  Phrasing phrasing() {
    return switch (this) {
      case ENGLISH_1 -> Phrasing.distinct().get(0);
      case ENGLISH_2 -> Phrasing.distinct().get(1);
      case ENGLISH_3 -> Phrasing.distinct().get(2);
      case COMPACT -> Phrasing.distinct().get(3);
    };
  }
}
