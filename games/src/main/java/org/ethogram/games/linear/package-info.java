/** Fractions without rounding, and linear equations and programs over them. */
@NullMarked
package org.ethogram.games.linear;

import org.jspecify.annotations.NullMarked;
