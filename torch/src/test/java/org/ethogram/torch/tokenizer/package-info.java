/** Tokenizers of published models. */
@NullMarked
package org.ethogram.torch.tokenizer;

import org.jspecify.annotations.NullMarked;
