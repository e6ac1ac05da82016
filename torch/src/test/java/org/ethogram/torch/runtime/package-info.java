/** The native libraries as a process meets them. */
@NullMarked
package org.ethogram.torch.runtime;

import org.jspecify.annotations.NullMarked;
