/** Where episodes are kept: one durable row an episode. */
@NullMarked
package org.ethogram.lab.store;

import org.jspecify.annotations.NullMarked;
