/** What a strategy does to a whole spectrum of opponents, as a surface that can be looked at. */
@NullMarked
package org.ethogram.games.fingerprints;

import org.jspecify.annotations.NullMarked;
