package org.ethogram.games.classification;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Which of four outcomes a player holds equal (Bruns 2015, Names for Games). */
public enum Ties {
  NONE("1234"),
  /** The two worst. */
  LOW("2234"),
  /** The two in the middle. */
  MIDDLE("1334"),
  /** The two best. */
  HIGH("1244"),
  /** The two worst, and the two best. */
  DOUBLE("2244"),
  /** The three best. */
  TRIPLE("1444"),
  /** The three worst. */
  BASIC("3334"),
  /** All four. */
  ZERO("4444");

  /** The ranks in ascending order, a digit each. */
  private final String ranks;

  Ties(String ranks) {
    this.ranks = ranks;
  }

  /**
   * @param ranks of one player, as in {@link OrdinalGame}
   */
  public static Ties of(List<Integer> ranks) {
    String sorted = ranks.stream().sorted().map(String::valueOf).collect(Collectors.joining());
    for (Ties ties : values()) {
      if (ties.ranks.equals(sorted)) {
        return ties;
      }
    }
    throw new IllegalArgumentException("ranks " + ranks);
  }

  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
