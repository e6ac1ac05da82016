/** The {@code ethogram} command: assembly and exit codes. */
@NullMarked
package org.ethogram.cli;

import org.jspecify.annotations.NullMarked;
