/** Models of the Hugging Face hub on the command line: fetched by name wherever a folder serves. */
@NullMarked
package org.ethogram.cli.hub;

import org.jspecify.annotations.NullMarked;
