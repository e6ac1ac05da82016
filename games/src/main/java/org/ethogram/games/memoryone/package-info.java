/** What the theory of repeated games says of a memory-one strategy. */
@NullMarked
package org.ethogram.games.memoryone;

import org.jspecify.annotations.NullMarked;
