/** Miniature models grown from scratch on a corpus of games whose truth is known. */
@NullMarked
package org.ethogram.organisms;

import org.jspecify.annotations.NullMarked;
