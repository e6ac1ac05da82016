/** Nash equilibria of games of three and more players, as solutions of polynomial equations. */
@NullMarked
package org.ethogram.games.solutions.polynomial;

import org.jspecify.annotations.NullMarked;
