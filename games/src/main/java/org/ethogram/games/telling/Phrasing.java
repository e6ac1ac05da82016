package org.ethogram.games.telling;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

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

  /** Phrasings that have no wording in common, for a design that varies wording as a whole. */
  public static List<Phrasing> distinct() {
    return IntStream.range(0, English.RULES)
        .mapToObj(variant -> new Phrasing(variant, variant, variant))
        .toList();
  }

  /** The name under which results know it. */
  public String name() {
    return "setting" + setting + "-rule" + rule + "-round" + round;
  }
}
