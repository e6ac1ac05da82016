/** Proportions, ratios and means with intervals that respect clusters, and their corrections. */
@NullMarked
package org.ethogram.stats.estimates;

import org.jspecify.annotations.NullMarked;
