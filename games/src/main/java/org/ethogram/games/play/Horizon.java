package org.ethogram.games.play;

import java.util.OptionalInt;
import org.ethogram.core.ErrorCode;
import org.ethogram.core.EthogramException;
import org.ethogram.core.Seed;

/** How long a game goes on, and what its players are told of it. */
public sealed interface Horizon {
  /** The number of rounds of one match. */
  int rounds(Seed seed);

  /** The number of rounds that players know beforehand. */
  OptionalInt announced();

  /** A number of rounds that everybody knows. */
  record Known(int rounds) implements Horizon {
    public Known {
      requireRounds(rounds);
    }

    @Override
    public int rounds(Seed seed) {
      return rounds;
    }

    @Override
    public OptionalInt announced() {
      return OptionalInt.of(rounds);
    }
  }

  /** A number of rounds that no player is told. */
  record Unknown(int rounds) implements Horizon {
    public Unknown {
      requireRounds(rounds);
    }

    @Override
    public int rounds(Seed seed) {
      return rounds;
    }

    @Override
    public OptionalInt announced() {
      return OptionalInt.empty();
    }
  }

  /**
   * After every round the game goes on with a known chance (Roth & Murnighan 1978).
   *
   * @param continuation the chance of one round more, from 0 to below 1
   * @param most rounds after which the game ends in any case, of which players are not told
   */
  record Geometric(double continuation, int most) implements Horizon {
    public Geometric(double continuation) {
      this(continuation, Integer.MAX_VALUE);
    }

    public Geometric {
      requireRounds(most);
      if (!(continuation >= 0 && continuation < 1)) {
        throw new EthogramException(
            ErrorCode.INVALID_DATA,
            "horizon",
            "a chance of " + continuation + " that the game goes on",
            "Give a number from 0 to below 1");
      }
    }

    @Override
    public int rounds(Seed seed) {
      if (continuation == 0) {
        return 1;
      }
      double survival = 1 - seed.derive("horizon").generator().nextDouble();
      double rounds = 1 + Math.floor(Math.log(survival) / Math.log(continuation));
      return (int) Math.min(most, rounds);
    }

    @Override
    public OptionalInt announced() {
      return OptionalInt.empty();
    }
  }

  private static void requireRounds(int rounds) {
    if (rounds < 1) {
      throw new EthogramException(
          ErrorCode.INVALID_DATA, "horizon", rounds + " rounds", "Give at least one round");
    }
  }
}
