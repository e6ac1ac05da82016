/** Normal-form games: who can do what, and what it is worth to each. */
@NullMarked
package org.ethogram.games;

import org.jspecify.annotations.NullMarked;
