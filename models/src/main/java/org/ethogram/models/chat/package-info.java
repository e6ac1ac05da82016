/** Text put to models that only answer conversations. */
@NullMarked
package org.ethogram.models.chat;

import org.jspecify.annotations.NullMarked;
