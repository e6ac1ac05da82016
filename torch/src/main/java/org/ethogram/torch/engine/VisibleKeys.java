package org.ethogram.torch.engine;

import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.ethogram.torch.network.Attention;
import org.ethogram.torch.runtime.Placement;

/**
 * Which keys the rows of a batch see in one layer.
 *
 * @param own slots of the keys of each row beside the shared ones, int64 [size x keys]
 * @param shared slots of the keys that all tokens of all rows see, int64 [shared]
 * @param mask what is added to the scores of all tokens, or empty
 * @param wantedMask the same for the wanted tokens alone
 */
record VisibleKeys(Tensor own, Tensor shared, TensorOptional mask, TensorOptional wantedMask) {
  /** Within a window no part of the past is seen by all, so nothing is attended to apart. */
  static VisibleKeys of(RowBatch batch, int window, Placement place) {
    RowBatch rows = window == Attention.EVERYTHING ? batch : batch.withNothingShared();
    return new VisibleKeys(
        place.placed(rows.keySlots()),
        place.placed(rows.sharedSlots()),
        place.placed(rows.mask(window)),
        place.placed(rows.wantedMask(window)));
  }
}
