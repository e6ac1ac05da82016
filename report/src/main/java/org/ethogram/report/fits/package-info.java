/** Laws and trends of anybody's table: from its columns to fits, verdicts, figures and fields. */
@NullMarked
package org.ethogram.report.fits;

import org.jspecify.annotations.NullMarked;
