/** The procedural English of repeated games that organisms grow on, and the truth behind it. */
@NullMarked
package org.ethogram.organisms.corpus;

import org.jspecify.annotations.NullMarked;
