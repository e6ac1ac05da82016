package org.ethogram.games.strategies;

import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import org.ethogram.core.ErrorCode;
import org.ethogram.core.EthogramException;
import org.ethogram.games.DilemmaPayoffs;
import org.ethogram.games.play.Seat;

/**
 * A memory-one strategy that forces a linear relation between the long-run payoffs: (other's - l) =
 * slope * (own - l) (Press & Dyson 2012; in this form Stewart & Plotkin 2013).
 *
 * @param slope of the other's payoff over the own
 * @param baseline the payoff l that both would share, from the game's payoffs
 * @param phi how strongly it reacts, above 0; half of the most that the payoffs allow when empty
 */
record ZeroDeterminant(String name, double slope, Linear baseline, OptionalDouble phi)
    implements DilemmaStrategy {
  private static final double ROUNDING = 1e-12;

  @Override
  public DilemmaPlayer begin(Seat seat) {
    DilemmaPayoffs payoffs = Payoffs.of(seat, name);
    double l = baseline.applyAsDouble(payoffs);
    double afterCC = (1 - slope) * (payoffs.reward() - l);
    double afterCD = slope * (l - payoffs.sucker()) + payoffs.temptation() - l;
    double afterDC = l - payoffs.sucker() + slope * (payoffs.temptation() - l);
    double afterDD = (1 - slope) * (l - payoffs.punishment());
    double most = mostPhi(payoffs, afterCC, afterCD, afterDC, afterDD);
    double strength = phi.orElse(most / 2);
    if (!(strength > 0 && strength <= most * (1 + ROUNDING))) {
      throw infeasible("phi is " + strength, "Give a phi above 0 and at most " + most);
    }
    return new MemoryOne(
            name,
            1,
            probability(1 - strength * afterCC),
            probability(1 - strength * afterCD),
            probability(strength * afterDC),
            probability(strength * afterDD))
        .begin(seat);
  }

  /** The largest phi for which all four reactions are probabilities. */
  private double mostPhi(DilemmaPayoffs payoffs, double... reactions) {
    double strongest = DoubleStream.of(reactions).max().orElseThrow();
    if (DoubleStream.of(reactions).anyMatch(reaction -> reaction < -ROUNDING)
        || strongest <= ROUNDING) {
      throw infeasible(
          "no such relation can be forced with the payoffs " + payoffs,
          "Choose a slope from 0 to 1 and a baseline from P to R, or a game with payoffs near 3, 0,"
              + " 5 and 1");
    }
    return 1 / strongest;
  }

  private static double probability(double value) {
    return Math.clamp(value, 0, 1);
  }

  private EthogramException infeasible(String problem, String remedy) {
    return new EthogramException(
        ErrorCode.INVALID_DATA, "strategy '" + name + "'", problem, remedy);
  }
}
