/** Repeated games with a language model at a seat, worked out exactly or drawn. */
@NullMarked
package org.ethogram.evaluations.play;

import org.jspecify.annotations.NullMarked;
