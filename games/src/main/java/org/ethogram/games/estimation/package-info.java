/** Which strategies the players of observed matches may have followed. */
@NullMarked
package org.ethogram.games.estimation;

import org.jspecify.annotations.NullMarked;
