/** What the episodes of a crossed design say together. */
@NullMarked
package org.ethogram.evaluations.aggregate;

import org.jspecify.annotations.NullMarked;
