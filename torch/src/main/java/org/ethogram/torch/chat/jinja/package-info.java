/**
 * The part of the Jinja language that chat templates use, as Jinja2 renders it with {@code
 * trim_blocks} and {@code lstrip_blocks}.
 *
 * <p>Templates are untrusted: a value is one of the few kinds that {@link
 * org.ethogram.torch.chat.jinja.Values} lists, no Java object or method can be named, and work and
 * text are bounded. What is not supported is an error when the template is read.
 */
@NullMarked
package org.ethogram.torch.chat.jinja;

import org.jspecify.annotations.NullMarked;
