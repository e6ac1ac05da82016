@NullMarked
package org.ethogram.torch.golden;

import org.jspecify.annotations.NullMarked;
