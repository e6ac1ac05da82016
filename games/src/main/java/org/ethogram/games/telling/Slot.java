package org.ethogram.games.telling;

import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A gap in a template.
 *
 * @param player whom it is about: 0 for the reader, then the others in the order of their seats
 *     after the reader's; 0 where it is about nobody
 */
record Slot(Part part, int player) {
  static final Slot ROUNDS = new Slot(Part.ROUNDS, 0);
  static final Slot ROUND = new Slot(Part.ROUND, 0);
  static final Slot CHANCE = new Slot(Part.CHANCE, 0);
  static final Slot WORDS = new Slot(Part.WORDS, 0);
  static final Slot ANSWER = new Slot(Part.ANSWER, 0);

  private static final Pattern NAME = Pattern.compile("([a-z]+)([0-9]*)");

  static Slot action(int player) {
    return new Slot(player == 0 ? Part.OWN_ACTION : Part.OTHER_ACTION, player);
  }

  static Slot points(int player) {
    return new Slot(player == 0 ? Part.OWN_POINTS : Part.OTHER_POINTS, player);
  }

  /** Reads {@code other} as {@code other1}, the first of the others. */
  static Slot named(String text) {
    Matcher name = NAME.matcher(text);
    if (!name.matches()) {
      throw new IllegalArgumentException("not a slot: {" + text + "}");
    }
    Part part =
        Arrays.stream(Part.values())
            .filter(candidate -> candidate.key().equals(name.group(1)))
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException("not a slot: {" + text + "}"));
    boolean ofOther = part == Part.OTHER_ACTION || part == Part.OTHER_POINTS;
    int player = name.group(2).isEmpty() ? 1 : Integer.parseInt(name.group(2));
    return new Slot(part, ofOther ? player : 0);
  }
}
