/** Running a study: every episode that is left, each kept the moment it ends. */
@NullMarked
package org.ethogram.lab.run;

import org.jspecify.annotations.NullMarked;
