/** Text made safe to stand in HTML and SVG. */
@NullMarked
package org.ethogram.report.markup;

import org.jspecify.annotations.NullMarked;
