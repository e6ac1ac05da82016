/** Players that only meet their neighbours in a graph, and what becomes of them there. */
@NullMarked
package org.ethogram.games.spatial;

import org.jspecify.annotations.NullMarked;
