package org.ethogram.torch.network.neox;

import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.global.torch;
import org.ethogram.torch.network.Parameters;

/** Layer normalisation (Ba et al. 2016) over the last dimension. */
final class NeoxNorm {
  private final TensorOptional weight;
  private final TensorOptional bias;
  private final long[] width;
  private final double epsilon;

  NeoxNorm(NeoxConfiguration configuration, Parameters parameters, String name) {
    weight = parameters.takeOptional(name + ".weight", configuration.width());
    bias = parameters.takeOptional(name + ".bias", configuration.width());
    width = new long[] {configuration.width()};
    epsilon = configuration.normEpsilon();
  }

  Tensor apply(Tensor hidden) {
    return torch.layer_norm(hidden, width, weight, bias, epsilon, true);
  }
}
