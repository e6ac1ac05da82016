package org.ethogram.games.strategies;

import org.ethogram.core.ErrorCode;
import org.ethogram.core.EthogramException;
import org.ethogram.games.DilemmaPayoffs;
import org.ethogram.games.play.Seat;

/**
 * A memory-one strategy that forces a linear relation between the long-run payoffs: own - l = slope
 * * (other's - l), turned round (Press & Dyson 2012; in this form Stewart & Plotkin 2013).
 *
 * @param phi how strongly it reacts, above 0
 * @param slope of the own payoff over the other's
 * @param baseline the payoff l that both would share, from the game's payoffs
 */
record ZeroDeterminant(String name, double phi, double slope, Linear baseline)
    implements DilemmaStrategy {
  @Override
  public DilemmaPlayer begin(Seat seat) {
    DilemmaPayoffs payoffs = Payoffs.of(seat, name);
    double l = baseline.applyAsDouble(payoffs);
    double r = payoffs.reward() - l;
    double s = l - payoffs.sucker();
    double t = payoffs.temptation() - l;
    double p = l - payoffs.punishment();
    double afterCC = 1 - phi * (1 - slope) * r;
    double afterCD = 1 - phi * (slope * s + t);
    double afterDC = phi * (s + slope * t);
    double afterDD = phi * (1 - slope) * p;
    if (!isProbability(afterCC, afterCD, afterDC, afterDD)) {
      throw new EthogramException(
          ErrorCode.INVALID_DATA,
          "strategy '" + name + "'",
          "no such relation can be forced with the payoffs " + payoffs,
          "Choose a game with payoffs near 3, 0, 5 and 1");
    }
    return new MemoryOne(name, 1, afterCC, afterCD, afterDC, afterDD).begin(seat);
  }

  private static boolean isProbability(double... values) {
    for (double value : values) {
      if (!(value >= -1e-12 && value <= 1 + 1e-12)) {
        return false;
      }
    }
    return true;
  }
}
