@NullMarked
package org.ethogram.torch.chat.jinja;

import org.jspecify.annotations.NullMarked;
