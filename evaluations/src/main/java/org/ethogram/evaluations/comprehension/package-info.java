/** Questions with known answers: whether a model has read what it answers about. */
@NullMarked
package org.ethogram.evaluations.comprehension;

import org.jspecify.annotations.NullMarked;
