/** What a recipe asks for, carried out: from its data to a folder of checkpoints. */
@NullMarked
package org.ethogram.lab.training;

import org.jspecify.annotations.NullMarked;
