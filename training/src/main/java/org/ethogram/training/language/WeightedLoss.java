package org.ethogram.training.language;

import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.global.torch;
import org.ethogram.torch.network.CausalAttention;
import org.ethogram.torch.network.CausalNetwork;

/**
 * The mean, over the predicted tokens of a batch, of their negative log-probability times their
 * weight: sum of w (-log p) over sum of w, in nats.
 *
 * <p>Only positions that predict something go through the output embedding.
 */
final class WeightedLoss {
  private static final long REDUCTION_NONE = 0;
  private static final long IGNORE_NOTHING = -100;

  private WeightedLoss() {}

  /** A scalar; its temporary tensors belong to the caller's scope. */
  static Tensor of(CausalNetwork network, Batch batch) {
    return summed(network, batch).mul(new Scalar(1 / totalWeight(batch)));
  }

  /** The same before the division. */
  static Tensor summed(CausalNetwork network, Batch batch) {
    Tensor tokens = Tensor.create(batch.tokens(), batch.rows(), batch.length());
    Tensor hidden = network.hiddenStates(tokens, new CausalAttention(batch.length()));
    Tensor predicting =
        hidden
            .view(-1, network.shape().width())
            .index_select(0, Tensor.create(batch.positions(), batch.positions().length));
    Tensor losses =
        torch.cross_entropy_loss(
            network.logits(predicting),
            Tensor.create(batch.targets(), batch.targets().length),
            new TensorOptional(),
            REDUCTION_NONE,
            IGNORE_NOTHING,
            0.0);
    return losses.dot(Tensor.create(batch.weights(), batch.weights().length));
  }

  static double totalWeight(Batch batch) {
    double total = 0;
    for (float weight : batch.weights()) {
      total += weight;
    }
    return total;
  }
}
