/** The classic strategies of repeated games, by name. */
@NullMarked
package org.ethogram.games.strategies;

import org.jspecify.annotations.NullMarked;
