/** Markov chains of finitely many states: where they end and how long they stay where. */
@NullMarked
package org.ethogram.games.chains;

import org.jspecify.annotations.NullMarked;
