/** What OpenAI's interface says: parameters, answers and errors, without the wire. */
@NullMarked
package org.ethogram.serve.protocol;

import org.jspecify.annotations.NullMarked;
