/** Tournaments whose entrants return in proportion to what they scored. */
@NullMarked
package org.ethogram.games.ecology;

import org.jspecify.annotations.NullMarked;
