/** Games told in plain English, and read back from it. */
@NullMarked
package org.ethogram.games.telling;

import org.jspecify.annotations.NullMarked;
