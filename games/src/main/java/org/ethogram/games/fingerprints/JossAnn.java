package org.ethogram.games.fingerprints;

import org.ethogram.core.ErrorCode;
import org.ethogram.core.EthogramException;
import org.ethogram.games.play.Seat;
import org.ethogram.games.strategies.DilemmaPlayer;
import org.ethogram.games.strategies.DilemmaStrategy;

/**
 * A strategy that now and then cooperates or defects without regard to what it would have done
 * (Ashlock & Kim 2008, Fingerprinting).
 *
 * @param cooperates the chance x of cooperation out of turn
 * @param defects the chance y of defection out of turn; both together at most 1
 */
public record JossAnn(DilemmaStrategy strategy, double cooperates, double defects)
    implements DilemmaStrategy {
  public JossAnn {
    requireChances(strategy.name(), cooperates, defects);
  }

  static void requireChances(String strategy, double cooperates, double defects) {
    if (!(cooperates >= 0 && defects >= 0 && cooperates + defects <= 1 + 1e-12)) {
      throw new EthogramException(
          ErrorCode.INVALID_DATA,
          "Joss-Ann of '" + strategy + "'",
          "chances of " + cooperates + " and " + defects,
          "Give two numbers of at least 0 that are not more than 1 together");
    }
  }

  @Override
  public String name() {
    return "joss-ann(" + strategy.name() + ", " + cooperates + ", " + defects + ")";
  }

  /** The chance of cooperation where the strategy itself would have had another. */
  static double mixed(double own, double cooperates, double defects) {
    return Math.clamp(cooperates + (1 - cooperates - defects) * own, 0.0, 1.0);
  }

  @Override
  public DilemmaPlayer begin(Seat seat) {
    DilemmaPlayer player = strategy.begin(seat);
    return new DilemmaPlayer() {
      @Override
      public double cooperation() {
        return mixed(player.cooperation(), cooperates, defects);
      }

      @Override
      public void observe(boolean self, boolean others) {
        player.observe(self, others);
      }
    };
  }
}
