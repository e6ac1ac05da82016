/**
 * Low-rank adapters (Hu et al. 2022, "LoRA") on a network that stays as it is: several named ones
 * at once, row by row, in the files of the PEFT library.
 */
@NullMarked
package org.ethogram.torch.adapters;

import org.jspecify.annotations.NullMarked;
