/** What the laws of rates and of losses share: axes and verdicts. */
@NullMarked
package org.ethogram.stats.laws;

import org.jspecify.annotations.NullMarked;
