/** The study file: who is measured, in what, how often. */
@NullMarked
package org.ethogram.lab.study;

import org.jspecify.annotations.NullMarked;
