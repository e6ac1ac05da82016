package org.ethogram.torch.network.llama;

import org.bytedeco.pytorch.DoubleOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.global.torch;
import org.ethogram.torch.network.Parameters;

/** Root-mean-square normalisation (Zhang and Sennrich 2019) over the last dimension. */
final class LlamaNorm {
  private final TensorOptional weight;
  private final DoubleOptional epsilon;
  private final long[] width;

  LlamaNorm(LlamaConfiguration configuration, Parameters parameters, String name) {
    weight = parameters.takeOptional(name + ".weight", configuration.width());
    epsilon = new DoubleOptional(configuration.normEpsilon()).retainReference();
    width = new long[] {configuration.width()};
  }

  Tensor apply(Tensor hidden) {
    return torch.rms_norm(hidden, width, weight, epsilon);
  }
}
