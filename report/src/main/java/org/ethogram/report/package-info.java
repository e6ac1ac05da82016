/** From a store of episodes to a folder that a reader can open. */
@NullMarked
package org.ethogram.report;

import org.jspecify.annotations.NullMarked;
