package org.ethogram.games.fingerprints;

import org.ethogram.games.play.Seat;
import org.ethogram.games.strategies.DilemmaPlayer;
import org.ethogram.games.strategies.DilemmaStrategy;

/**
 * Always does the opposite of what the strategy would have done, had it played all along (Ashlock &
 * Kim 2008, Fingerprinting).
 */
public record Dual(DilemmaStrategy strategy) implements DilemmaStrategy {
  @Override
  public String name() {
    return "dual(" + strategy.name() + ")";
  }

  @Override
  public DilemmaPlayer begin(Seat seat) {
    DilemmaPlayer player = strategy.begin(seat);
    return new DilemmaPlayer() {
      @Override
      public double cooperation() {
        return 1 - player.cooperation();
      }

      @Override
      public void observe(boolean self, boolean others) {
        player.observe(!self, others);
      }
    };
  }
}
