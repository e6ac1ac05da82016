package org.ethogram.games.strategies;

import java.util.Optional;
import org.ethogram.games.play.Seat;

/** Cooperates until another has defected, and never again after that (Friedman 1971). */
record GrimTrigger(String name) implements DilemmaStrategy {
  @Override
  public DilemmaPlayer begin(Seat seat) {
    return new DilemmaPlayer() {
      private boolean betrayed;

      @Override
      public double cooperation() {
        return betrayed ? 0 : 1;
      }

      @Override
      public void observe(boolean self, boolean others) {
        betrayed |= !others;
      }

      @Override
      public Optional<Object> state() {
        return Optional.of(betrayed);
      }
    };
  }
}
