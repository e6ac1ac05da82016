/** Language modelling: weighted documents, what is evaluated and kept, and the training loop. */
@NullMarked
package org.ethogram.training.language;

import org.jspecify.annotations.NullMarked;
