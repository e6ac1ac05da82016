/** {@code ethogram organisms}: grow, list and look into miniature models. */
@NullMarked
package org.ethogram.cli.organisms;

import org.jspecify.annotations.NullMarked;
