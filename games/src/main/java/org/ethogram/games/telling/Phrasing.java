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
   * last is the compact one. Each tells rounds in the words of its rules.
   */
  public static List<Phrasing> distinct() {
    return List.of(echoing(0, 0), echoing(1, 1), echoing(2, 2), echoing(0, English.COMPACT));
  }

  /** Rounds told in the words of the rules. */
  private static Phrasing echoing(int setting, int rule) {
    return new Phrasing(setting, rule, English.echo(rule));
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
