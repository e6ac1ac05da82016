package org.ethogram.torch.serialization;

import org.ethogram.torch.pickle.Value;

/**
 * A storage as the pickle names it; its bytes stand elsewhere in the file.
 *
 * @param numbers how many it is said to hold
 */
record StorageReference(String key, StorageType type, long numbers) implements Value.Built {}
