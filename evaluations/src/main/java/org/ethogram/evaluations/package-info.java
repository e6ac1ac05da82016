/** What every evaluation of a behaviour has in common. */
@NullMarked
package org.ethogram.evaluations;

import org.jspecify.annotations.NullMarked;
