/** The reader who knows how the corpus was made, as a language model. */
@NullMarked
package org.ethogram.organisms.reader;

import org.jspecify.annotations.NullMarked;
