package org.ethogram.torch.engine;

import org.bytedeco.pytorch.Tensor;

/** An affine map with weights of its own. */
@FunctionalInterface
interface PreparedMap {
  /**
   * @param input [..., in]
   * @return [..., out]
   */
  Tensor apply(Tensor input);
}
