/** Findings as figures: one class for each question that a figure answers. */
@NullMarked
package org.ethogram.report.plots;

import org.jspecify.annotations.NullMarked;
