/** What a store of episodes says: estimates, trends, verdicts, and what was left out. */
@NullMarked
package org.ethogram.report.findings;

import org.jspecify.annotations.NullMarked;
