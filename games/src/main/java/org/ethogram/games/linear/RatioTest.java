package org.ethogram.games.linear;

import java.math.BigInteger;
import java.util.OptionalInt;

/**
 * Which row's variable reaches 0 first when another variable grows.
 *
 * <p>Ties are broken lexicographically, as if the right sides were moved by powers of an
 * infinitesimal, so that no sequence of pivots comes back to a basis by standing still (Dantzig,
 * Orden & Wolfe 1955).
 */
final class RatioTest {
  private final BigInteger[][] entries;
  private int[] reference;

  /**
   * @param entries rows that end with their right side; seen as they change
   * @param basis the variables whose order breaks ties
   */
  RatioTest(BigInteger[][] entries, int[] basis) {
    this.entries = entries;
    this.reference = basis.clone();
  }

  /** Breaks ties by the order of another basis from now on. */
  void restart(int[] basis) {
    reference = basis.clone();
  }

  /** Empty where no variable falls. */
  OptionalInt leavingRow(int entering) {
    int best = -1;
    for (int row = 0; row < entries.length; row++) {
      if (entries[row][entering].signum() > 0 && (best < 0 || comesBefore(row, best, entering))) {
        best = row;
      }
    }
    return best < 0 ? OptionalInt.empty() : OptionalInt.of(best);
  }

  private boolean comesBefore(int row, int other, int entering) {
    int order = compare(row, other, entering, entries[row].length - 1);
    for (int place = 0; order == 0 && place < reference.length; place++) {
      order = compare(row, other, entering, reference[place]);
    }
    return order < 0;
  }

  private int compare(int row, int other, int entering, int column) {
    return entries[row][column]
        .multiply(entries[other][entering])
        .compareTo(entries[other][column].multiply(entries[row][entering]));
  }
}
