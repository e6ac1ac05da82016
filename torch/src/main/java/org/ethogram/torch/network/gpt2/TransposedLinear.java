package org.ethogram.torch.network.gpt2;

import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.global.torch;
import org.ethogram.torch.network.Parameters;

/**
 * An affine map whose weight lies the other way round, as GPT-2's files hold it.
 *
 * @param weight [in, out]
 * @param bias [out]
 */
record TransposedLinear(Tensor weight, TensorOptional bias) {
  static TransposedLinear take(Parameters parameters, String name, long out, long in) {
    return new TransposedLinear(
        parameters.take(name + ".weight", in, out), parameters.takeOptional(name + ".bias", out));
  }

  Tensor apply(Tensor input) {
    return torch.linear(input, weight.t(), bias);
  }
}
