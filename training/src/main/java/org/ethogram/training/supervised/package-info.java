/** Supervised fine-tuning: demonstrations of which only the completion is learnt. */
@NullMarked
package org.ethogram.training.supervised;

import org.jspecify.annotations.NullMarked;
