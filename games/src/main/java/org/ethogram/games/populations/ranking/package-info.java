/** Which types matter: rankings by what populations come back to. */
@NullMarked
package org.ethogram.games.populations.ranking;

import org.jspecify.annotations.NullMarked;
