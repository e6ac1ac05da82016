/** What every causal language network is: named parameters and one forward pass. */
@NullMarked
package org.ethogram.torch.network;

import org.jspecify.annotations.NullMarked;
