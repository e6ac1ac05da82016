/** Correlated and coarse correlated equilibria as linear programs. */
@NullMarked
package org.ethogram.games.solutions.correlated;

import org.jspecify.annotations.NullMarked;
