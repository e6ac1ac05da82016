/** What calls may cost, and what they did. */
@NullMarked
package org.ethogram.models.budget;

import org.jspecify.annotations.NullMarked;
