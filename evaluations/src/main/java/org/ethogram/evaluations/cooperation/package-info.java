/**
 * How a language model plays repeated games: kindness, spite, and whether it has read the rules.
 */
@NullMarked
package org.ethogram.evaluations.cooperation;

import org.jspecify.annotations.NullMarked;
