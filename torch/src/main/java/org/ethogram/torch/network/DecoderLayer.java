package org.ethogram.torch.network;

import org.bytedeco.pytorch.Tensor;

/** One block of a transformer: attention and a perceptron around the residual stream. */
@FunctionalInterface
public interface DecoderLayer {
  /**
   * @param hidden [batch, length, width]
   * @return [batch, wanted, width], where {@code attention} says which tokens are wanted
   */
  Tensor apply(Tensor hidden, Attention attention);
}
