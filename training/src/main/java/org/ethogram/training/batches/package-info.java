/** Sequences of tokens side by side, as one pass of a network reads them. */
@NullMarked
package org.ethogram.training.batches;

import org.jspecify.annotations.NullMarked;
