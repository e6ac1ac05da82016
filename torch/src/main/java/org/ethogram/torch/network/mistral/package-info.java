/** The Mistral architecture. */
@NullMarked
package org.ethogram.torch.network.mistral;

import org.jspecify.annotations.NullMarked;
