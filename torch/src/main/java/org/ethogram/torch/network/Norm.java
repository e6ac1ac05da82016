package org.ethogram.torch.network;

import org.bytedeco.pytorch.Tensor;

/** A normalisation over the last dimension. */
@FunctionalInterface
public interface Norm {
  Tensor apply(Tensor hidden);
}
