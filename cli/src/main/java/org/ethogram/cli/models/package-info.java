/** {@code ethogram models}: look into a model, let it complete, let it score. */
@NullMarked
package org.ethogram.cli.models;

import org.jspecify.annotations.NullMarked;
