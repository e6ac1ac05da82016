package org.ethogram.torch.serialization;

import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.Map;
import org.ethogram.torch.pickle.Value;
import org.ethogram.torch.weights.Hole;

/**
 * What either format comes to.
 *
 * @param root what was saved
 * @param storages bytes by the storage's key; fewer than the pickle names, and shorter ones, where
 *     the file is damaged
 */
record Contents(Value root, Map<String, MemorySegment> storages, List<Hole> holes) {
  Contents {
    storages = Map.copyOf(storages);
    holes = List.copyOf(holes);
  }
}
