/** Findings as plain text, for the command line. */
@NullMarked
package org.ethogram.report.text;

import org.jspecify.annotations.NullMarked;
