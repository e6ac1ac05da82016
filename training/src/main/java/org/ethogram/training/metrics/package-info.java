/** What a training tells of its steps: metrics as JSON lines and TensorBoard events. */
@NullMarked
package org.ethogram.training.metrics;

import org.jspecify.annotations.NullMarked;
