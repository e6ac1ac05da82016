/** Language modelling: weighted documents, batches, the schedule, and the training loop. */
@NullMarked
package org.ethogram.training.language;

import org.jspecify.annotations.NullMarked;
