/** First weights of networks that are trained from scratch. */
@NullMarked
package org.ethogram.training.initialization;

import org.jspecify.annotations.NullMarked;
