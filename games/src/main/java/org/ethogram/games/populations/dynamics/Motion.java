package org.ethogram.games.populations.dynamics;

import org.ethogram.games.populations.PopulationGame;

/** How populations move from any state. */
public interface Motion {
  PopulationGame game();

  /**
   * The states on the way.
   *
   * @param start one row of shares a population
   * @param times at which states are wanted, ascending, the first at least 0
   * @throws org.ethogram.core.EthogramException {@code INVALID_DATA} when the start is no state of
   *     the game
   */
  Path path(double[][] start, double[] times);
}
