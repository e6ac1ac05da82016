/** Text to tokens and back, by the tokenizer.json of a folder. */
@NullMarked
package org.ethogram.torch.tokenizer;

import org.jspecify.annotations.NullMarked;
