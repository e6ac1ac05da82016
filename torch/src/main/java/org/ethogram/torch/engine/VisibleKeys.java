package org.ethogram.torch.engine;

import java.util.Optional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.ethogram.torch.network.Attention;
import org.ethogram.torch.runtime.Placement;

/**
 * Which keys the rows of a batch see in one layer.
 *
 * @param own slots of the keys of each row beside the shared ones, int64 [size x keys]; empty where
 *     they lie in lanes
 * @param shared slots of the keys that all tokens of all rows see, int64 [shared]; empty where
 *     there are none
 * @param mask what is added to the scores of all tokens, or empty
 * @param wantedMask the same for the wanted tokens alone
 */
record VisibleKeys(
    Optional<Tensor> own, Optional<Tensor> shared, TensorOptional mask, TensorOptional wantedMask) {
  /**
   * Within a window no part of the past is seen by all, so nothing is attended to apart.
   *
   * @param lanes whether lanes hold the keys of the rows beside the shared ones
   */
  static VisibleKeys of(RowBatch batch, int window, Placement place, boolean lanes) {
    RowBatch rows = window == Attention.EVERYTHING ? batch : batch.withNothingShared();
    TensorOptional mask = place.placed(rows.mask(window));
    return new VisibleKeys(
        lanes && rows.shared() == batch.shared()
            ? Optional.empty()
            : Optional.of(place.placed(rows.keySlots())),
        rows.shared() == 0 ? Optional.empty() : Optional.of(place.placed(rows.sharedSlots())),
        mask,
        rows.isOneToken() ? mask : place.placed(rows.wantedMask(window)));
  }
}
