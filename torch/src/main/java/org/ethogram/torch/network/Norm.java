package org.ethogram.torch.network;

import org.bytedeco.pytorch.Tensor;

/** A normalisation over the last dimension. */
@FunctionalInterface
public interface Norm {
  /** Leaves everything as it is. */
  Norm NONE = hidden -> hidden;

  Tensor apply(Tensor hidden);
}
