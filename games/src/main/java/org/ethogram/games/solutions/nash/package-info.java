/** Nash equilibria of games of two players, in exact fractions. */
@NullMarked
package org.ethogram.games.solutions.nash;

import org.jspecify.annotations.NullMarked;
