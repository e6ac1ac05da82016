package org.ethogram.torch.network;

import org.bytedeco.pytorch.Tensor;

/** Where a network that is being built takes its parameters from: a file, or chance. */
@FunctionalInterface
public interface ParameterSource {
  /**
   * The parameter, of exactly this shape.
   *
   * @param name its Hugging Face name
   */
  Tensor take(String name, long... shape);

  /** A constant of the network, with the type and on the device of its parameters. */
  default Tensor placed(Tensor constant) {
    return constant;
  }
}
