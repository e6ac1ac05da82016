/** {@code ethogram games tournament}: its options, its tables and its files. */
@NullMarked
package org.ethogram.cli.games.tournament;

import org.jspecify.annotations.NullMarked;
