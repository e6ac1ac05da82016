/**
 * Reading what PyTorch's {@code torch.save} writes, in both of its formats, as data.
 *
 * <p>Source: the module torch.serialization of PyTorch, functions {@code _save} (zip, since 1.6)
 * and {@code _legacy_save}; PKWARE's APPNOTE.TXT for the zip format.
 */
@NullMarked
package org.ethogram.torch.serialization;

import org.jspecify.annotations.NullMarked;
