/** Choosing between equilibria: risk and payoff dominance, potentials. */
@NullMarked
package org.ethogram.games.solutions.selection;

import org.jspecify.annotations.NullMarked;
