/** Anybody's tables: read from CSV, JSON lines and Parquet, with the place of every row. */
@NullMarked
package org.ethogram.lab.dataset;

import org.jspecify.annotations.NullMarked;
