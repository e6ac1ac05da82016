/**
 * Reading Python's pickles as data: nothing that a pickle names is looked up or run.
 *
 * <p>Source: the module pickletools of the Python library, protocols 2 to 5; PEP 307, PEP 3154.
 */
@NullMarked
package org.ethogram.torch.pickle;

import org.jspecify.annotations.NullMarked;
