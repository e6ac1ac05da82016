/** Local models that answer concurrent calls in batches and compute shared prefixes once. */
@NullMarked
package org.ethogram.torch.engine;

import org.jspecify.annotations.NullMarked;
