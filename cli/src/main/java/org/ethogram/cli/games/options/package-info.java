/** What commands about games have in common: chance, results, strategies by name. */
@NullMarked
package org.ethogram.cli.games.options;

import org.jspecify.annotations.NullMarked;
