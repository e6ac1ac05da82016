/** What a set of histories says about a player: rates with their counts. */
@NullMarked
package org.ethogram.games.measures;

import org.jspecify.annotations.NullMarked;
