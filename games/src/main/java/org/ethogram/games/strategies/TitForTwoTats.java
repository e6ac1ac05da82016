package org.ethogram.games.strategies;

import java.util.Optional;
import org.ethogram.games.play.Seat;

/** Defects after two defections of the other in a row (Axelrod 1984). */
record TitForTwoTats(String name) implements DilemmaStrategy {
  @Override
  public DilemmaPlayer begin(Seat seat) {
    return new DilemmaPlayer() {
      private int defectionsInARow;

      @Override
      public double cooperation() {
        return defectionsInARow < 2 ? 1 : 0;
      }

      @Override
      public void observe(boolean self, boolean others) {
        defectionsInARow = others ? 0 : defectionsInARow + 1;
      }

      @Override
      public Optional<Object> state() {
        return Optional.of(Math.min(defectionsInARow, 2));
      }
    };
  }
}
