package org.ethogram.games.strategies;

import java.util.Optional;
import java.util.stream.DoubleStream;
import org.ethogram.core.ErrorCode;
import org.ethogram.core.EthogramException;
import org.ethogram.games.play.Seat;

/**
 * A strategy that looks one round back (Nowak & Sigmund 1993).
 *
 * <p>All five are probabilities of cooperation: in the first round, and after the last joint
 * outcome with the own action first.
 */
public record MemoryOne(
    String name, double first, double afterCC, double afterCD, double afterDC, double afterDD)
    implements DilemmaStrategy {
  public MemoryOne {
    if (DoubleStream.of(first, afterCC, afterCD, afterDC, afterDD)
        .anyMatch(p -> !(p >= 0 && p <= 1))) {
      throw new EthogramException(
          ErrorCode.INVALID_DATA,
          "strategy '" + name + "'",
          "a probability of cooperation outside 0 to 1",
          "Give five probabilities: the first round, and after CC, CD, DC and DD");
    }
  }

  @Override
  public DilemmaPlayer begin(Seat seat) {
    return new DilemmaPlayer() {
      private double next = first;

      @Override
      public double cooperation() {
        return next;
      }

      @Override
      public void observe(boolean self, boolean others) {
        next = self ? (others ? afterCC : afterCD) : (others ? afterDC : afterDD);
      }

      @Override
      public Optional<Object> state() {
        return Optional.of(next);
      }
    };
  }
}
