package org.ethogram.games.play;

import java.util.OptionalDouble;
import org.ethogram.core.ErrorCode;
import org.ethogram.core.EthogramException;
import org.ethogram.games.Game;

/**
 * Later payoffs count less: round t weighs factor^(t - 1) (Fudenberg & Maskin 1986).
 *
 * <p>An endless game that is discounted by delta is worth what a {@link Horizon.Geometric} one with
 * continuation delta is worth undiscounted on average, since round t is reached with probability
 * delta^(t - 1). The two are alternatives; together they multiply.
 *
 * @param factor above 0, at most 1; 1 counts all rounds alike
 */
public record Discounting(double factor) {
  public Discounting {
    if (!(factor > 0 && factor <= 1)) {
      throw new EthogramException(
          ErrorCode.INVALID_DATA,
          "discount",
          "a factor of " + factor,
          "Give a number above 0 and at most 1");
    }
  }

  /** The sum of a seat's discounted payoffs. */
  public double total(Game game, int seat, History history) {
    double total = 0;
    double weight = 1;
    for (int round = 1; round <= history.rounds(); round++) {
      total += weight * game.payoff(seat, history.profile(round));
      weight *= factor;
    }
    return total;
  }

  /**
   * The discounted total over the sum of the weights: a seat's payoff a round, in the game's units;
   * empty where no round was played.
   */
  public OptionalDouble mean(Game game, int seat, History history) {
    int rounds = history.rounds();
    double weights = factor == 1 ? rounds : (1 - Math.pow(factor, rounds)) / (1 - factor);
    return rounds == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(total(game, seat, history) / weights);
  }
}
