/** Tests of a trend or an association that assume no shape. */
@NullMarked
package org.ethogram.stats.trends;

import org.jspecify.annotations.NullMarked;
