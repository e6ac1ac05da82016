/** Strengths of players from the games between them. */
@NullMarked
package org.ethogram.stats.ratings;

import org.jspecify.annotations.NullMarked;
