/** {@code ethogram run}: a study from its file to its report. */
@NullMarked
package org.ethogram.cli.run;

import org.jspecify.annotations.NullMarked;
