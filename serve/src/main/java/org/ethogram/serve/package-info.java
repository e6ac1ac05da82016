/** A server with OpenAI's interface for any language models, by name. */
@NullMarked
package org.ethogram.serve;

import org.jspecify.annotations.NullMarked;
