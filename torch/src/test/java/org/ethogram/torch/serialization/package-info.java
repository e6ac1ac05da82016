/** Files of torch.save: sound, damaged and malicious. */
@NullMarked
package org.ethogram.torch.serialization;

import org.jspecify.annotations.NullMarked;
