/** Logit quantal response equilibria along the principal branch. */
@NullMarked
package org.ethogram.games.solutions.quantal;

import org.jspecify.annotations.NullMarked;
