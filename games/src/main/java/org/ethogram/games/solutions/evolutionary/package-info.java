/** Evolutionarily stable strategies. */
@NullMarked
package org.ethogram.games.solutions.evolutionary;

import org.jspecify.annotations.NullMarked;
