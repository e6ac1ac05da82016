/** Reading and writing tensors in Hugging Face's safetensors format. */
@NullMarked
package org.ethogram.torch.safetensors;

import org.jspecify.annotations.NullMarked;
