/**
 * How a model is made to choose: options, their probabilities, and the words that stand for them.
 */
@NullMarked
package org.ethogram.evaluations.elicitation;

import org.jspecify.annotations.NullMarked;
