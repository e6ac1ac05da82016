/** A game played again and again: histories, horizons, players and matches. */
@NullMarked
package org.ethogram.games.play;

import org.jspecify.annotations.NullMarked;
