package org.ethogram.games.telling;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Which of several wordings of the same content a telling uses.
 *
 * @param setting how the game is introduced
 * @param rule how payoffs are told
 * @param round how rounds are told
 */
public record Phrasing(int setting, int rule, int round) {
  public Phrasing {
    Objects.checkIndex(setting, English.SETTINGS);
    Objects.checkIndex(rule, English.RULES);
    Objects.checkIndex(round, English.ROUNDS);
  }

  /** Every combination of wordings, in an order that never changes. */
  public static List<Phrasing> all() {
    List<Phrasing> all = new ArrayList<>();
    for (int setting = 0; setting < English.SETTINGS; setting++) {
      for (int rule = 0; rule < English.RULES; rule++) {
        for (int round = 0; round < English.ROUNDS; round++) {
          all.add(new Phrasing(setting, rule, round));
        }
      }
    }
    return all;
  }

  /**
   * Phrasings that tell rules in different ways, for a design that varies wording as a whole; the
   * last is the compact one.
   */
  public static List<Phrasing> distinct() {
    return List.of(
        new Phrasing(0, 0, 0),
        new Phrasing(1, 1, 1),
        new Phrasing(2, 2, 2),
        new Phrasing(0, English.COMPACT, 0));
  }

  /** Whether the rules leave out all but actions and points, as in {@code oak rose 0 5.} */
  public boolean isCompact() {
    return rule == English.COMPACT;
  }

  /** The name under which results know it. */
  public String name() {
    return "setting" + setting + "-rule" + rule + "-round" + round;
  }
}
