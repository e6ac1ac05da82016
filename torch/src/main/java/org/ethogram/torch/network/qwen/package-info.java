/** The dense Qwen2 and Qwen3 architectures. */
@NullMarked
package org.ethogram.torch.network.qwen;

import org.jspecify.annotations.NullMarked;
