package org.ethogram.torch.network;

import org.bytedeco.pytorch.Tensor;

/** Where a network that is being built takes its parameters from: a file, or chance. */
@FunctionalInterface
public interface ParameterSource {
  /**
   * The parameter as float32, of exactly this shape.
   *
   * @param name its Hugging Face name
   */
  Tensor take(String name, long... shape);
}
