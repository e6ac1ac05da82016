/** Networks against a plain float64 reading of their definitions. */
@NullMarked
package org.ethogram.torch.network;

import org.jspecify.annotations.NullMarked;
