package org.ethogram.games.populations.finite;

import java.util.List;
import java.util.OptionalInt;

/**
 * What became of a simulated population.
 *
 * @param steps after which the counts were noted, ascending from 0
 * @param counts of each type, a row for each of these
 * @param length how many steps were made
 */
public record Course(List<Long> steps, List<int[]> counts, long length) {
  public Course {
    steps = List.copyOf(steps);
    counts = List.copyOf(counts);
  }

  public int[] end() {
    return counts.getLast();
  }

  /** The type that is alone in the end; empty where several are left. */
  public OptionalInt winner() {
    int[] end = end();
    int winner = -1;
    for (int type = 0; type < end.length; type++) {
      if (end[type] > 0) {
        if (winner >= 0) {
          return OptionalInt.empty();
        }
        winner = type;
      }
    }
    return OptionalInt.of(winner);
  }
}
