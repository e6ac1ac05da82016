package org.ethogram.cli.games.tournament;

import org.ethogram.core.ErrorCode;
import org.ethogram.core.EthogramException;
import org.ethogram.games.play.Horizon;

/** How long a match is, as a user gives it. */
final class Horizons {
  private Horizons() {}

  /**
   * @param text known, unknown, or the chance of one round more after each
   * @param rounds for a known or unknown number
   */
  static Horizon read(String text, int rounds) {
    return switch (text) {
      case "known" -> new Horizon.Known(rounds);
      case "unknown" -> new Horizon.Unknown(rounds);
      default -> new Horizon.Geometric(continuation(text));
    };
  }

  private static double continuation(String text) {
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException e) {
      throw new EthogramException(
          ErrorCode.INVALID_DATA,
          "horizon '" + text + "'",
          "neither known, unknown nor a chance",
          "Give known, unknown or the chance of one round more such as 0.99",
          e);
    }
  }
}
