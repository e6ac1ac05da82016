/**
 * Models of the Hugging Face hub, in the same cache folder as its own Python client: found there,
 * or fetched, checked and kept.
 */
@NullMarked
package org.ethogram.torch.hub;

import org.jspecify.annotations.NullMarked;
