/**
 * What a solution is held to: the exact payoffs of mixed profiles, and the regret of who plays
 * them. The concepts stand in packages below.
 */
@NullMarked
package org.ethogram.games.solutions;

import org.jspecify.annotations.NullMarked;
