package org.ethogram.games.solutions;

import java.util.List;

/**
 * A Nash equilibrium of a two-player game.
 *
 * @param row the first player's probabilities by action
 * @param column the second player's
 */
public record Equilibrium(List<Rational> row, List<Rational> column) {
  public Equilibrium {
    row = List.copyOf(row);
    column = List.copyOf(column);
  }

  /** Whether nobody mixes. */
  public boolean isPure() {
    return row.contains(Rational.ONE) && column.contains(Rational.ONE);
  }
}
