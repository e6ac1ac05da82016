/** Anthropic's models. */
@NullMarked
package org.ethogram.models.anthropic;

import org.jspecify.annotations.NullMarked;
