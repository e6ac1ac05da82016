/** Parameters as one flat tensor, and the optimiser that moves it. */
@NullMarked
package org.ethogram.training.optimization;

import org.jspecify.annotations.NullMarked;
