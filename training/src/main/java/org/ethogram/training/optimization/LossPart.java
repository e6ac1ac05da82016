package org.ethogram.training.optimization;

import java.util.function.Supplier;
import org.bytedeco.pytorch.BoolOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;

/**
 * A part of the loss of one step, such as that of a micro-batch: the parts add up to the loss.
 *
 * <p>Parts may be differentiated side by side, each on a thread of its own.
 */
@FunctionalInterface
public interface LossPart {
  /**
   * Its value and its gradients. All tensors belong to the caller's scope.
   *
   * @param parameters leaves that require gradients
   */
  Differentiated differentiate(TensorVector parameters);

  /**
   * The value of a part and its derivatives.
   *
   * @param gradients one for each parameter; undefined where the part does not depend on it
   */
  record Differentiated(double value, TensorVector gradients) {}

  /** A part that libtorch differentiates as a whole. */
  static LossPart of(Supplier<Tensor> scalar) {
    return parameters -> {
      Tensor loss = scalar.get();
      TensorVector gradients =
          torch.grad(
              new TensorVector(loss),
              parameters,
              new TensorVector(),
              new BoolOptional(),
              false,
              true);
      return new Differentiated(loss.item_double(), gradients);
    };
  }
}
