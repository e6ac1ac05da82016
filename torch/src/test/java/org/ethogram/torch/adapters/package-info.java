/** Adapters against merged weights, plain arithmetic and damaged files. */
@NullMarked
package org.ethogram.torch.adapters;

import org.jspecify.annotations.NullMarked;
