/** Byte-level byte-pair tokenizers, learnt from text and written as {@code tokenizer.json}. */
@NullMarked
package org.ethogram.training.tokenizer;

import org.jspecify.annotations.NullMarked;
