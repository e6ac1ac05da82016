/** Answers of remote models, kept on disk. */
@NullMarked
package org.ethogram.models.cache;

import org.jspecify.annotations.NullMarked;
