package org.ethogram.torch.network;

import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.global.torch;

/**
 * An affine map.
 *
 * @param weight [out, in]
 * @param bias [out], or an empty optional
 */
public record Linear(Tensor weight, TensorOptional bias) {
  public static Linear take(Parameters parameters, String name, long out, long in, boolean bias) {
    Tensor weight = parameters.take(name + ".weight", out, in);
    return new Linear(
        weight,
        bias
            ? parameters.takeOptional(name + ".bias", out)
            : new TensorOptional().retainReference());
  }

  public Tensor apply(Tensor input) {
    return torch.linear(input, weight, bias);
  }
}
