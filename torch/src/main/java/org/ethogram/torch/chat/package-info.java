/** Conversations as the text that a model was trained to continue, by the model's own template. */
@NullMarked
package org.ethogram.torch.chat;

import org.jspecify.annotations.NullMarked;
