/** Safetensors files, sound and damaged. */
@NullMarked
package org.ethogram.torch.safetensors;

import org.jspecify.annotations.NullMarked;
