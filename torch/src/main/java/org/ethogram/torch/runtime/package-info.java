/** Starting, describing and stopping the native libraries. */
@NullMarked
package org.ethogram.torch.runtime;

import org.jspecify.annotations.NullMarked;
