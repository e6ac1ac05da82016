package org.ethogram.games.strategies;

import java.util.function.ToDoubleFunction;
import org.ethogram.games.DilemmaPayoffs;

/** The payoff at which a linear relation between two players' payoffs is anchored. */
@FunctionalInterface
interface Linear extends ToDoubleFunction<DilemmaPayoffs> {
  /** Extortion: nobody gets less than mutual defection brings. */
  Linear PUNISHMENT = DilemmaPayoffs::punishment;

  /** Generosity: nobody gets more than mutual cooperation brings. */
  Linear REWARD = DilemmaPayoffs::reward;
}
