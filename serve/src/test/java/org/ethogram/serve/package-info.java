@NullMarked
package org.ethogram.serve;

import org.jspecify.annotations.NullMarked;
