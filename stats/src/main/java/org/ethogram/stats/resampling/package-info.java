/** Intervals and tests by drawing the data again: bootstrap and permutation. */
@NullMarked
package org.ethogram.stats.resampling;

import org.jspecify.annotations.NullMarked;
