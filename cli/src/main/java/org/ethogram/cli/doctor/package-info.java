/** What this machine has, what it lacks, and the remedy. */
@NullMarked
package org.ethogram.cli.doctor;

import org.jspecify.annotations.NullMarked;
