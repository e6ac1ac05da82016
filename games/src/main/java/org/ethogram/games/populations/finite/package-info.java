/** Finite populations, where chance decides: exact chains, and simulation on any graph. */
@NullMarked
package org.ethogram.games.populations.finite;

import org.jspecify.annotations.NullMarked;
