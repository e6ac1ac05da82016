/** The GPT-2 architecture. */
@NullMarked
package org.ethogram.torch.network.gpt2;

import org.jspecify.annotations.NullMarked;
