/** What becomes of behaviours that multiply by what they earn. */
@NullMarked
package org.ethogram.games.populations;

import org.jspecify.annotations.NullMarked;
