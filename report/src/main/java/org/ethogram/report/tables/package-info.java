/** Findings as tables, for the page, the command line and files of comma-separated values. */
@NullMarked
package org.ethogram.report.tables;

import org.jspecify.annotations.NullMarked;
