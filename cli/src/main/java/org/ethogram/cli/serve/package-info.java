/** {@code ethogram serve}: a local model behind OpenAI's interface. */
@NullMarked
package org.ethogram.cli.serve;

import org.jspecify.annotations.NullMarked;
