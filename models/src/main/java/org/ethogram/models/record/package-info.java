/** What was asked of a model and what it answered, kept for the transcript. */
@NullMarked
package org.ethogram.models.record;

import org.jspecify.annotations.NullMarked;
