/** YAML in which every value knows where it was written, so that all its problems can be shown. */
@NullMarked
package org.ethogram.lab.yaml;

import org.jspecify.annotations.NullMarked;
