/** Estimates with intervals and scaling laws: pure functions of data and seeds. */
@NullMarked
package org.ethogram.stats;

import org.jspecify.annotations.NullMarked;
