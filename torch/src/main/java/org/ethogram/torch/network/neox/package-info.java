/** The GPT-NeoX architecture, of which Pythia and the organisms are. */
@NullMarked
package org.ethogram.torch.network.neox;

import org.jspecify.annotations.NullMarked;
