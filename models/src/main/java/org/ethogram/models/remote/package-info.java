/** Calls to models elsewhere: one layer of retries, concurrency, limits and cache. */
@NullMarked
package org.ethogram.models.remote;

import org.jspecify.annotations.NullMarked;
