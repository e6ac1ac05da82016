/** Who meets whom: graphs, regular, random or read from a file. */
@NullMarked
package org.ethogram.games.networks;

import org.jspecify.annotations.NullMarked;
