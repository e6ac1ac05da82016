/** Matches that were played, by whomever, read from files. */
@NullMarked
package org.ethogram.games.records;

import org.jspecify.annotations.NullMarked;
