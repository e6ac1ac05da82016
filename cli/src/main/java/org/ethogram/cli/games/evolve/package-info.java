/** {@code ethogram games evolve}: what becomes of types that multiply by what they earn. */
@NullMarked
package org.ethogram.cli.games.evolve;

import org.jspecify.annotations.NullMarked;
