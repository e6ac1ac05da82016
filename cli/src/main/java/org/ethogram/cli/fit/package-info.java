/** {@code ethogram fit} and {@code ethogram trend}: laws and trends of anybody's table. */
@NullMarked
package org.ethogram.cli.fit;

import org.jspecify.annotations.NullMarked;
