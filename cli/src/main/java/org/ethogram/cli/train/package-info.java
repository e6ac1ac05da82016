/** {@code ethogram train}: a recipe from its file to a folder of checkpoints. */
@NullMarked
package org.ethogram.cli.train;

import org.jspecify.annotations.NullMarked;
