/** How many items, clusters or repeats a question needs before it is asked. */
@NullMarked
package org.ethogram.stats.planning;

import org.jspecify.annotations.NullMarked;
