package org.ethogram.games.strategies;

import java.util.Optional;
import org.ethogram.games.play.Seat;

/**
 * Cooperates but in one round (Akata et al., Playing repeated games with large language models).
 *
 * @param defection the round of the defection, from 1
 */
record DefectOnce(String name, int defection) implements DilemmaStrategy {
  @Override
  public DilemmaPlayer begin(Seat seat) {
    return new DilemmaPlayer() {
      private int round = 1;

      @Override
      public double cooperation() {
        return round == defection ? 0 : 1;
      }

      @Override
      public void observe(boolean self, boolean others) {
        round++;
      }

      @Override
      public Optional<Object> state() {
        return Optional.of(Math.min(round, defection + 1));
      }
    };
  }
}
