package org.ethogram.torch.engine;

import java.util.List;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.ethogram.torch.network.CausalNetwork;

/** One pass of a batch of rows through the network, and the predictions read from it. */
final class Forward {
  private static final int FEWEST_SHARED = 32;

  private final CausalNetwork network;
  private final KeyValuePool pool;

  Forward(CausalNetwork network, KeyValuePool pool) {
    this.network = network;
    this.pool = pool;
  }

  void run(List<Row> rows) {
    try (var _ = new PointerScope()) {
      RowBatch batch = new RowBatch(rows, FEWEST_SHARED);
      Tensor hidden = network.hiddenStates(batch.tokens(), new CachedAttention(pool, batch));
      Predictions predictions = Predictions.wantedFrom(batch);
      if (!predictions.isEmpty()) {
        Tensor flat = hidden.view(-1, network.shape().width());
        Tensor logits = network.logits(flat.index_select(0, predictions.lines()));
        predictions.read(torch.log_softmax(logits, -1));
      }
    }
  }
}
