package org.ethogram.torch.network;

import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/** SwiGLU: Shazeer 2020, "GLU Variants Improve Transformer". */
public record GatedPerceptron(Linear gate, Linear up, Linear down) {
  /**
   * @param name such as {@code model.layers.0.mlp}
   */
  public static GatedPerceptron take(
      Parameters parameters, String name, long width, long inner, boolean bias) {
    return new GatedPerceptron(
        Linear.take(parameters, name + ".gate_proj", inner, width, bias),
        Linear.take(parameters, name + ".up_proj", inner, width, bias),
        Linear.take(parameters, name + ".down_proj", width, inner, bias));
  }

  public Tensor apply(Tensor hidden) {
    return down.apply(torch.silu(gate.apply(hidden)).mul(up.apply(hidden)));
  }
}
