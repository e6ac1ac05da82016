/** Backward passes that compute again what the forward pass did not keep. */
@NullMarked
package org.ethogram.training.recomputation;

import org.jspecify.annotations.NullMarked;
