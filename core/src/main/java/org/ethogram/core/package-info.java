/** The few records that everybody speaks: seeds, ratios, errors, provenance, progress. */
@NullMarked
package org.ethogram.core;

import org.jspecify.annotations.NullMarked;
