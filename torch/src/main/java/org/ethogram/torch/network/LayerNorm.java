package org.ethogram.torch.network;

import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.global.torch;

/** Layer normalisation (Ba et al. 2016) over the last dimension. */
public final class LayerNorm implements Norm {
  private final TensorOptional weight;
  private final TensorOptional bias;
  private final long[] width;
  private final double epsilon;

  public LayerNorm(Parameters parameters, String name, long width, double epsilon) {
    this.weight = parameters.takeOptional(name + ".weight", width);
    this.bias = parameters.takeOptional(name + ".bias", width);
    this.width = new long[] {width};
    this.epsilon = epsilon;
  }

  @Override
  public Tensor apply(Tensor hidden) {
    return torch.layer_norm(hidden, width, weight, bias, epsilon, true);
  }
}
