/** Several processes that train one model together. */
@NullMarked
package org.ethogram.training.parallel;

import org.jspecify.annotations.NullMarked;
