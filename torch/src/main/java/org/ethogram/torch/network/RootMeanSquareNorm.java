package org.ethogram.torch.network;

import org.bytedeco.pytorch.DoubleOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.global.torch;

/** Root-mean-square normalisation (Zhang and Sennrich 2019) over the last dimension. */
public final class RootMeanSquareNorm implements Norm {
  private final TensorOptional weight;
  private final DoubleOptional epsilon;
  private final long[] width;

  public RootMeanSquareNorm(Parameters parameters, String name, long width, double epsilon) {
    this.weight = parameters.takeOptional(name + ".weight", width);
    this.epsilon = new DoubleOptional(epsilon).retainReference();
    this.width = new long[] {width};
  }

  @Override
  public Tensor apply(Tensor hidden) {
    return torch.rms_norm(hidden, width, weight, epsilon);
  }
}
