/** Who is measured: what the entries under {@code subjects:} mean and how they become models. */
@NullMarked
package org.ethogram.lab.subject;

import org.jspecify.annotations.NullMarked;
