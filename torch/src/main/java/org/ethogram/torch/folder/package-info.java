/**
 * A model as a Hugging Face folder: configuration, weights, tokenizer and where it stands in a
 * family.
 */
@NullMarked
package org.ethogram.torch.folder;

import org.jspecify.annotations.NullMarked;
