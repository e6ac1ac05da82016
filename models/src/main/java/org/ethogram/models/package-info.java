/** What a language model is to everybody else: it completes and it scores. */
@NullMarked
package org.ethogram.models;

import org.jspecify.annotations.NullMarked;
