/** Parametric laws of any figure, fitted from many starts, with intervals over clusters. */
@NullMarked
package org.ethogram.stats.laws.fits;

import org.jspecify.annotations.NullMarked;
