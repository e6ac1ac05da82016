/** What {@code ethogram games solve} says about each solution concept, as text and as JSON. */
@NullMarked
package org.ethogram.cli.games.solutions;

import org.jspecify.annotations.NullMarked;
