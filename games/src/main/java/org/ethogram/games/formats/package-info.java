/** Games in files: Gambit's .nfg and a YAML that people can write. */
@NullMarked
package org.ethogram.games.formats;

import org.jspecify.annotations.NullMarked;
