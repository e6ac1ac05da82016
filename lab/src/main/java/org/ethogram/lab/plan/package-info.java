/** What a study comes to: every subject in every case, what is done and what is left. */
@NullMarked
package org.ethogram.lab.plan;

import org.jspecify.annotations.NullMarked;
