@NullMarked
package org.ethogram.torch.chat;

import org.jspecify.annotations.NullMarked;
