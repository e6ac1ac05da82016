/** How a model is named in one word on a command line. */
@NullMarked
package org.ethogram.models.reference;

import org.jspecify.annotations.NullMarked;
