/**
 * Figures as data: what is plotted, and its renderings as SVG, PNG and CSV.
 *
 * <p>A {@link Figure} says nothing about pixels or file formats, so that another renderer (an
 * interactive one, say) draws the same figure from the same numbers.
 */
@NullMarked
package org.ethogram.report.figure;

import org.jspecify.annotations.NullMarked;
