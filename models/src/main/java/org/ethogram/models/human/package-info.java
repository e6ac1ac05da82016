/** A person who answers as a model does. */
@NullMarked
package org.ethogram.models.human;

import org.jspecify.annotations.NullMarked;
