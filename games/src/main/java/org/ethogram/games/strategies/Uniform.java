package org.ethogram.games.strategies;

import java.util.Arrays;
import org.ethogram.games.play.Player;
import org.ethogram.games.play.Seat;
import org.ethogram.games.play.Strategy;

/** Every action is equally probable in every round, in any game. */
record Uniform(String name) implements Strategy {
  @Override
  public Player start(Seat seat) {
    return new Player() {
      @Override
      public double[] probabilities() {
        double[] probabilities = new double[seat.actions()];
        Arrays.fill(probabilities, 1.0 / probabilities.length);
        return probabilities;
      }

      @Override
      public void observe(int... profile) {}
    };
  }
}
