/** Everybody against everybody: fast matches, round robins and what they say of each player. */
@NullMarked
package org.ethogram.games.tournament;

import org.jspecify.annotations.NullMarked;
