/** Text files and tables whose cells know where they stand, so that messages can name the place. */
@NullMarked
package org.ethogram.games.files;

import org.jspecify.annotations.NullMarked;
