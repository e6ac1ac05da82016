/** Large populations without chance: differential equations and maps on the simplex. */
@NullMarked
package org.ethogram.games.populations.dynamics;

import org.jspecify.annotations.NullMarked;
