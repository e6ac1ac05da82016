package org.ethogram.training.optimization;

import java.util.function.Supplier;
import org.bytedeco.pytorch.Tensor;

/** A part of the loss of one step, such as that of a micro-batch: the parts add up to the loss. */
@FunctionalInterface
public interface LossPart {
  /**
   * Adds the gradients of this part to those of the parameters. Its temporary tensors belong to the
   * caller's scope.
   *
   * @return the value of this part
   */
  double addGradients();

  /** A part that libtorch differentiates as a whole. */
  static LossPart of(Supplier<Tensor> scalar) {
    return () -> {
      Tensor loss = scalar.get();
      loss.backward();
      return loss.item_double();
    };
  }
}
