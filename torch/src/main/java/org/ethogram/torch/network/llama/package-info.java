/** The LLaMA architecture. */
@NullMarked
package org.ethogram.torch.network.llama;

import org.jspecify.annotations.NullMarked;
