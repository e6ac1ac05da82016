/** What a player can secure: values of zero-sum games, security levels, Nash averaging. */
@NullMarked
package org.ethogram.games.solutions.minimax;

import org.jspecify.annotations.NullMarked;
