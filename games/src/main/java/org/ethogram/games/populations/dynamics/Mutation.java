package org.ethogram.games.populations.dynamics;

import org.ethogram.core.ErrorCode;
import org.ethogram.core.EthogramException;

/** A chance that an offspring is of another type. */
final class Mutation {
  private Mutation() {}

  static void check(double mutation) {
    if (!(mutation >= 0 && mutation <= 1)) {
      throw new EthogramException(
          ErrorCode.INVALID_DATA,
          "mutation",
          "a chance of " + mutation,
          "Give a number from 0 to 1");
    }
  }
}
