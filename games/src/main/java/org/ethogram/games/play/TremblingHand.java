package org.ethogram.games.play;

import java.util.Arrays;
import org.ethogram.core.ErrorCode;
import org.ethogram.core.EthogramException;

/**
 * A strategy whose executed action is now and then another one than it intended (Selten 1975).
 *
 * <p>It sees what it did, not what it meant to do, as everybody else does.
 *
 * @param error the chance of a slip in each round; every other action is then equally probable
 */
public record TremblingHand(Strategy intention, double error) implements Strategy {
  public TremblingHand {
    if (!(error >= 0 && error <= 1)) {
      throw new EthogramException(
          ErrorCode.INVALID_DATA,
          "trembling hand of " + intention.name(),
          "an error of " + error,
          "Give a number from 0 to 1");
    }
  }

  @Override
  public String name() {
    return error == 0 ? intention.name() : intention.name() + "+tremble(" + error + ")";
  }

  @Override
  public Player start(Seat seat) {
    Player steady = intention.start(seat);
    return new Player() {
      @Override
      public double[] probabilities() {
        return trembled(steady.probabilities());
      }

      @Override
      public void observe(int... profile) {
        steady.observe(profile);
      }
    };
  }

  private double[] trembled(double[] intended) {
    return intended.length == 1
        ? intended
        : Arrays.stream(intended)
            .map(p -> (1 - error) * p + error * (1 - p) / (intended.length - 1))
            .toArray();
  }
}
