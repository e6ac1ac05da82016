/** Differences and associations on scales that do not depend on the unit. */
@NullMarked
package org.ethogram.stats.effects;

import org.jspecify.annotations.NullMarked;
