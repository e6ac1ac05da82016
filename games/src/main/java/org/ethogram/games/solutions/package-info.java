/** What rational players would do: equilibria and dominance. */
@NullMarked
package org.ethogram.games.solutions;

import org.jspecify.annotations.NullMarked;
