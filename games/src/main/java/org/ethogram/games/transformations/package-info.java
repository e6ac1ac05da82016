/** Games made of games: other units, another order of actions or seats, another temptation. */
@NullMarked
package org.ethogram.games.transformations;

import org.jspecify.annotations.NullMarked;
