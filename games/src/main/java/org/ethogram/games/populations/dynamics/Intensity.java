package org.ethogram.games.populations.dynamics;

import org.ethogram.core.ErrorCode;
import org.ethogram.core.EthogramException;

/** How strongly payoffs decide. */
final class Intensity {
  private Intensity() {}

  static void check(double intensity) {
    if (!(intensity >= 0) || Double.isInfinite(intensity)) {
      throw new EthogramException(
          ErrorCode.INVALID_DATA,
          "intensity",
          "an intensity of " + intensity,
          "Give a finite number of at least 0");
    }
  }
}
