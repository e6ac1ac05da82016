/** What repeated play between finite strategies comes to, computed exactly. */
@NullMarked
package org.ethogram.games.longrun;

import org.jspecify.annotations.NullMarked;
