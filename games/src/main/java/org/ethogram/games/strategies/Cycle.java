package org.ethogram.games.strategies;

import java.util.Optional;
import org.ethogram.games.play.Seat;

/**
 * Plays the same moves over and over, whatever the others do.
 *
 * @param moves letters C and D, at least one
 */
record Cycle(String name, String moves) implements DilemmaStrategy {
  static Cycle of(String moves) {
    return new Cycle("cycle(" + moves + ")", moves);
  }

  @Override
  public DilemmaPlayer begin(Seat seat) {
    return new DilemmaPlayer() {
      private int next;

      @Override
      public double cooperation() {
        return moves.charAt(next) == 'C' ? 1 : 0;
      }

      @Override
      public void observe(boolean self, boolean others) {
        next = (next + 1) % moves.length();
      }

      @Override
      public Optional<Object> state() {
        return Optional.of(next);
      }
    };
  }
}
