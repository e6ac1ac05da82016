package org.ethogram.torch.adapters;

import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.global.torch;

/**
 * What an adapter adds to one affine map: factor x B A.
 *
 * @param down A, [r, in]
 * @param up B, [out, r]
 */
record LowRank(Tensor down, Tensor up, double factor) {
  /**
   * @param input [..., in]
   * @return [..., out]
   */
  Tensor apply(Tensor input) {
    Tensor inner = torch.linear(input, down, new TensorOptional()).mul(new Scalar(factor));
    return torch.linear(inner, up, new TensorOptional());
  }

  /** The same as a change of the weight, [out, in]. */
  Tensor weight() {
    return up.matmul(down).mul(new Scalar(factor));
  }
}
