package org.ethogram.training.recomputation;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.BoolOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;
import org.jspecify.annotations.Nullable;

/**
 * The gradients of a backward pass that goes through a network piece by piece, from its end: of
 * what enters the piece passed last, and of the parameters so far. They outlive the scope of a
 * piece.
 */
final class LayerGradients implements AutoCloseable {
  private final TensorVector parameters;
  private final List<@Nullable Tensor> sums = new ArrayList<>();
  private @Nullable Tensor ofInput;

  /**
   * @param parameters leaves that require gradients
   */
  LayerGradients(TensorVector parameters) {
    this.parameters = parameters;
    for (long which = 0; which < parameters.size(); which++) {
      sums.add(null);
    }
  }

  /** The last piece, from a leaf to a scalar. */
  void begin(Tensor scalar, Tensor input) {
    pass(new TensorVector(scalar), new TensorVector(), input);
  }

  /**
   * The piece before, whose output was the input of the last.
   *
   * @param input a leaf
   */
  void pass(Tensor output, Tensor input) {
    pass(new TensorVector(output), new TensorVector(ofInput()), input);
  }

  /** The first piece, which nothing enters that has a gradient. */
  void end(Tensor output) {
    try (PointerScope _ = new PointerScope()) {
      add(gradients(new TensorVector(output), new TensorVector(ofInput()), parameters), 0);
    }
  }

  private void pass(TensorVector output, TensorVector ofOutput, Tensor input) {
    try (PointerScope _ = new PointerScope()) {
      TensorVector leaves = new TensorVector(input);
      for (long which = 0; which < parameters.size(); which++) {
        leaves.push_back(parameters.get(which));
      }
      TensorVector gradients = gradients(output, ofOutput, leaves);
      release(ofInput);
      ofInput = kept(gradients.get(0));
      add(gradients, 1);
    }
  }

  private static TensorVector gradients(
      TensorVector output, TensorVector ofOutput, TensorVector leaves) {
    return torch.grad(output, leaves, ofOutput, new BoolOptional(), false, true);
  }

  /**
   * @param first where those of the parameters begin; one is undefined where nothing depends on it
   */
  private void add(TensorVector gradients, long first) {
    for (int which = 0; which < sums.size(); which++) {
      Tensor gradient = gradients.get(first + which);
      if (gradient.defined()) {
        Tensor sum = sums.get(which);
        sums.set(which, kept(sum == null ? gradient : sum.add(gradient)));
        release(sum);
      }
    }
  }

  private Tensor ofInput() {
    if (ofInput == null) {
      throw new IllegalStateException("a backward pass begins at the loss");
    }
    return ofInput;
  }

  /** One for each parameter, undefined where nothing depends on it. */
  TensorVector ofParameters() {
    TensorVector all = new TensorVector();
    for (Tensor sum : sums) {
      all.push_back(sum == null ? new Tensor() : sum);
    }
    return all;
  }

  /** A member of a vector ends with it; a tensor of its own does not. */
  private static Tensor kept(Tensor tensor) {
    return tensor.detach().retainReference();
  }

  private static void release(@Nullable Tensor tensor) {
    if (tensor != null) {
      tensor.releaseReference();
    }
  }

  @Override
  public void close() {
    sums.forEach(LayerGradients::release);
    release(ofInput);
  }
}
