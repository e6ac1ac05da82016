@NullMarked
package org.ethogram.cli.serve;

import org.jspecify.annotations.NullMarked;
