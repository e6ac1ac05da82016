package org.ethogram.games.classification;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.ethogram.games.Game;

/**
 * Where a 2x2 game stands among all 2x2 games.
 *
 * @param ordinal its ranks, rows and columns in the order of the game
 * @param rowTies what the first player holds equal
 * @param columnTies what the second player holds equal
 * @param nearest the strict game that it is; for a game with ties the strict games it lies between,
 *     ascending
 */
public record TwoByTwoClass(
    OrdinalGame ordinal, Ties rowTies, Ties columnTies, List<GameNumber> nearest) {
  public TwoByTwoClass {
    nearest = List.copyOf(nearest);
  }

  /**
   * @throws org.ethogram.core.EthogramException {@code INVALID_DATA} when the game is not 2x2
   */
  public static TwoByTwoClass of(Game game) {
    OrdinalGame ordinal = OrdinalGame.of(game);
    List<GameNumber> nearest =
        Refinements.of(ordinal).stream()
            .map(PeriodicTable::number)
            .distinct()
            .sorted(Comparator.comparing(GameNumber::digits))
            .toList();
    return new TwoByTwoClass(ordinal, Ties.of(ordinal.row()), Ties.of(ordinal.column()), nearest);
  }

  public boolean isStrict() {
    return ordinal.isStrict();
  }

  /** Empty for a game with ties: it is none of the 144. */
  public Optional<GameNumber> number() {
    return isStrict() ? Optional.of(nearest.getFirst()) : Optional.empty();
  }

  /** Empty for a game with ties. */
  public Optional<PayoffFamily> family() {
    return isStrict() ? Optional.of(PayoffFamily.of(ordinal)) : Optional.empty();
  }
}
