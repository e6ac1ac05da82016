package org.ethogram.games.strategies;

import java.util.Arrays;
import java.util.Optional;
import org.ethogram.games.play.Player;
import org.ethogram.games.play.Seat;

/** Every action is equally probable in every round, in any game. */
record Uniform(String name) implements DilemmaStrategy {
  @Override
  public DilemmaPlayer begin(Seat seat) {
    return new DilemmaPlayer() {
      @Override
      public double cooperation() {
        return 0.5;
      }

      @Override
      public void observe(boolean self, boolean others) {}

      @Override
      public Optional<Object> state() {
        return Optional.of(0.5);
      }
    };
  }

  /** Unlike other strategies it needs no cooperation, so it plays with any number of actions. */
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
