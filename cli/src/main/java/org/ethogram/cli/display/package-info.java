/** How progress looks and how a run is interrupted: on a terminal, in a log, as JSON lines. */
@NullMarked
package org.ethogram.cli.display;

import org.jspecify.annotations.NullMarked;
