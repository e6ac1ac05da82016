/** The file that describes a training: what is trained, on which data, and how. */
@NullMarked
package org.ethogram.lab.recipe;

import org.jspecify.annotations.NullMarked;
