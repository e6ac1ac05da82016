package org.ethogram.training.batches;

import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.global.torch;
import org.ethogram.torch.network.CausalNetwork;
import org.ethogram.torch.runtime.Placement;

/**
 * The negative log-probability, in nats, of each predicted token of a batch.
 *
 * <p>Only positions that predict something go through the output embedding. Temporary tensors
 * belong to the caller's scope.
 */
public final class TokenLosses {
  private static final long REDUCTION_NONE = 0;
  private static final long IGNORE_NOTHING = -100;

  private TokenLosses() {}

  /**
   * @return [predicted], in the order of the batch's positions
   */
  public static Tensor of(CausalNetwork network, Batch batch) {
    return of(
        network, batch, network.hiddenStates(tokens(network, batch), batch.attention(network)));
  }

  /**
   * The same from hidden states that are known.
   *
   * @param hidden [rows, length, width]
   */
  public static Tensor of(CausalNetwork network, Batch batch, Tensor hidden) {
    Placement placement = network.placement();
    int predicted = batch.positions().length;
    Tensor predicting =
        hidden
            .view(-1, network.shape().width())
            .index_select(0, placement.placed(Tensor.create(batch.positions(), predicted)));
    return torch.cross_entropy_loss(
        network.logits(predicting),
        placement.placed(Tensor.create(batch.targets(), predicted)),
        new TensorOptional(),
        REDUCTION_NONE,
        IGNORE_NOTHING,
        0.0);
  }

  /**
   * The sum of the losses, each times its weight: a scalar.
   *
   * @param losses [predicted]
   */
  public static Tensor weighted(CausalNetwork network, Batch batch, Tensor losses) {
    Tensor weights = Tensor.create(batch.weights(), batch.weights().length);
    return losses.dot(network.placement().placed(weights));
  }

  /** The tokens of a batch, int64 [rows, length], where the network computes. */
  public static Tensor tokens(CausalNetwork network, Batch batch) {
    return network.placement().placed(Tensor.create(batch.tokens(), batch.rows(), batch.length()));
  }
}
