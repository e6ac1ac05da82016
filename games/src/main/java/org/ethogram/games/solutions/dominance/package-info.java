/** What players do not do: dominated actions, one round of removal after another. */
@NullMarked
package org.ethogram.games.solutions.dominance;

import org.jspecify.annotations.NullMarked;
