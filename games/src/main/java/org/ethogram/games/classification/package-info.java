/** What kind of game a game is, seen from its payoffs alone. */
@NullMarked
package org.ethogram.games.classification;

import org.jspecify.annotations.NullMarked;
