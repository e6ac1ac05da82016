/** {@code ethogram games}: games, strategies, populations and solutions, without a model. */
@NullMarked
package org.ethogram.cli.games;

import org.jspecify.annotations.NullMarked;
