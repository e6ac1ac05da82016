/** The games that have a name, and the families that games are drawn from. */
@NullMarked
package org.ethogram.games.catalogue;

import org.jspecify.annotations.NullMarked;
