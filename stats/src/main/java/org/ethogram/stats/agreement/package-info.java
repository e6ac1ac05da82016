/** How far raters, judges or repeats agree beyond chance. */
@NullMarked
package org.ethogram.stats.agreement;

import org.jspecify.annotations.NullMarked;
