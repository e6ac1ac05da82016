/** Where the tests find published models. */
@NullMarked
package org.ethogram.torch;

import org.jspecify.annotations.NullMarked;
