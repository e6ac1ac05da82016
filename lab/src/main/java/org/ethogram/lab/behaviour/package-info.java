/** The behaviours that a study can evaluate, by the names they have in study files. */
@NullMarked
package org.ethogram.lab.behaviour;

import org.jspecify.annotations.NullMarked;
