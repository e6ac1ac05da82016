/** Laws of rates: shapes on the logit over decades of size, tokens or steps, and their verdicts. */
@NullMarked
package org.ethogram.stats.laws.rates;

import org.jspecify.annotations.NullMarked;
