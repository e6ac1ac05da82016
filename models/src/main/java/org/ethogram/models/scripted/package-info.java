/** Models whose answers are written in code: subjects with a known behaviour. */
@NullMarked
package org.ethogram.models.scripted;

import org.jspecify.annotations.NullMarked;
