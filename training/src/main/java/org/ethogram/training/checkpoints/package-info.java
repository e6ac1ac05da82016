/** At which steps a training is kept or measured, and the state from which it goes on. */
@NullMarked
package org.ethogram.training.checkpoints;

import org.jspecify.annotations.NullMarked;
