package org.ethogram.games.tournament;

import org.ethogram.core.ErrorCode;
import org.ethogram.core.EthogramException;
import org.ethogram.games.DilemmaPayoffs;
import org.ethogram.games.Game;
import org.ethogram.games.play.Horizon;

/**
 * What holds in every match of a tournament.
 *
 * @param game of two players with two actions each, one of them cooperative
 * @param noise the chance that an executed action is the opposite of the intended one, which
 *     everybody then sees
 * @param misperception the chance that a player takes the other's action for its opposite, which
 *     the other does not see
 */
public record Terms(Game game, Horizon horizon, double noise, double misperception) {
  public Terms {
    if (DilemmaPayoffs.of(game).isEmpty()) {
      throw invalid(
          game,
          game.seats() != 2 || game.actions(0).size() != 2 || game.actions(1).size() != 2
              ? "the game is not one of two players with two actions each"
              : "no action of the game is the cooperative one",
          "Choose a symmetric 2x2 game such as prisoners-dilemma");
    }
    requireChance(game, "noise", noise);
    requireChance(game, "misperception", misperception);
  }

  /** Every intention is carried out and seen. */
  public static Terms of(Game game, Horizon horizon) {
    return new Terms(game, horizon, 0, 0);
  }

  public Terms withNoise(double chance) {
    return new Terms(game, horizon, chance, misperception);
  }

  public Terms withMisperception(double chance) {
    return new Terms(game, horizon, noise, chance);
  }

  /** Whether matches may differ although no player draws. */
  boolean leaveToChance() {
    return noise > 0 || misperception > 0 || horizon instanceof Horizon.Geometric;
  }

  DilemmaPayoffs payoffs() {
    return DilemmaPayoffs.of(game).orElseThrow();
  }

  private static void requireChance(Game game, String what, double chance) {
    if (!(chance >= 0 && chance <= 1)) {
      throw invalid(game, "a " + what + " of " + chance, "Give a number from 0 to 1");
    }
  }

  private static EthogramException invalid(Game game, String problem, String remedy) {
    return new EthogramException(
        ErrorCode.INVALID_DATA, "tournament of '" + game.name() + "'", problem, remedy);
  }
}
