package org.ethogram.games.play;

import java.util.random.RandomGenerator;
import org.ethogram.core.ErrorCode;
import org.ethogram.core.EthogramException;
import org.ethogram.games.Game;

/**
 * Players now and then mistake what another did, while the action itself and its payoffs stand
 * (Axelrod & Dion 1988).
 *
 * <p>Each player mistakes each other player independently of everybody else; it always sees its own
 * action as it was.
 *
 * @param error the chance of mistaking one player's action in one round; every action that was not
 *     played is then equally probable to be seen
 */
public record Misperception(double error) {
  /** Everybody sees everything as it was. */
  public static final Misperception NONE = new Misperception(0);

  public Misperception {
    if (!(error >= 0 && error <= 1)) {
      throw new EthogramException(
          ErrorCode.INVALID_DATA,
          "misperception",
          "an error of " + error,
          "Give a number from 0 to 1");
    }
  }

  /**
   * What a player sees of a round.
   *
   * @param observer the seat of the player, from 0
   * @param executed what all seats did
   */
  int[] seen(Game game, int observer, int[] executed, RandomGenerator random) {
    int[] seen = executed.clone();
    for (int other = 0; other < seen.length; other++) {
      int actions = game.actions(other).size();
      if (other != observer && actions > 1 && random.nextDouble() < error) {
        seen[other] = (executed[other] + 1 + random.nextInt(actions - 1)) % actions;
      }
    }
    return seen;
  }
}
