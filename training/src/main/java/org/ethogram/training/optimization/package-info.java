/** Parameters as one flat tensor, the optimiser that moves it, and its learning rate. */
@NullMarked
package org.ethogram.training.optimization;

import org.jspecify.annotations.NullMarked;
