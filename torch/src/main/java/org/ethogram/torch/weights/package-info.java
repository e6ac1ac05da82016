/** What a file of weights is to those who read it, whatever its format. */
@NullMarked
package org.ethogram.torch.weights;

import org.jspecify.annotations.NullMarked;
