/** Commands that analyse play: memory-one strategies, and matches that were played. */
@NullMarked
package org.ethogram.cli.games.analysis;

import org.jspecify.annotations.NullMarked;
