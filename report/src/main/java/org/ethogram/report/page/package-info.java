/** The page that opens offline: sections, figures, tables and their style in one file. */
@NullMarked
package org.ethogram.report.page;

import org.jspecify.annotations.NullMarked;
