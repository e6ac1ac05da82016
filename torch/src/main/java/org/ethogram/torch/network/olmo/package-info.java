/** The OLMo-2 architecture. */
@NullMarked
package org.ethogram.torch.network.olmo;

import org.jspecify.annotations.NullMarked;
