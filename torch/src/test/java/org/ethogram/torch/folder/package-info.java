/** Model folders, sound and damaged. */
@NullMarked
package org.ethogram.torch.folder;

import org.jspecify.annotations.NullMarked;
