/** How models learn: tokenizers and language modelling. */
@NullMarked
package org.ethogram.training;

import org.jspecify.annotations.NullMarked;
