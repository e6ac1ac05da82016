package org.ethogram.training.optimization;

import static org.bytedeco.pytorch.global.torch.zeros;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;

/**
 * The parameters of a network laid end to end in one tensor, and their gradients in another.
 *
 * <p>The network's tensors become views of the flat one, so that clipping and the optimiser are a
 * few large operators instead of several for every parameter: each operator costs microseconds,
 * which in a miniature model is as much as the arithmetic.
 */
public final class FlatParameters implements AutoCloseable {
  private final Tensor values;
  private final Tensor gradients;
  private final TensorVector leaves;
  private final List<Tensor> gradientsOfLeaves = new ArrayList<>();
  private final List<Range> leafRanges;

  /**
   * @param parameters leaves that require gradients, in an order that stays the same from run to
   *     run
   */
  public FlatParameters(List<Tensor> parameters) {
    long size = parameters.stream().mapToLong(Tensor::numel).sum();
    this.values = zeros(size);
    this.gradients = zeros(size);
    this.leaves = new TensorVector(parameters.toArray(Tensor[]::new)).retainReference();
    try (PointerScope _ = new PointerScope()) {
      long offset = 0;
      for (Tensor parameter : parameters) {
        long length = parameter.numel();
        Tensor value = values.narrow(0, offset, length).view(parameter.sizes());
        value.copy_(parameter.detach());
        parameter.__dispatch_set_data(value);
        gradientsOfLeaves.add(
            gradients.narrow(0, offset, length).view(parameter.sizes()).retainReference());
        offset += length;
      }
    }
    this.leafRanges = Range.ofTensors(gradientsOfLeaves);
  }

  public long size() {
    return values.numel();
  }

  /** All parameters; writing to it changes the network. */
  public Tensor values() {
    return values;
  }

  /** The parameters one by one, as the network has them. */
  TensorVector leaves() {
    return leaves;
  }

  /** The gradients of all parameters, added up. */
  public Tensor gradients() {
    return gradients;
  }

  /**
   * Adds the gradients of several parts, those of each parameter in the order of the parts.
   *
   * @param parts each with one for each parameter; an undefined one adds nothing
   */
  void addGradients(List<TensorVector> parts) {
    Range.each(leafRanges, range -> addGradients(parts, range));
  }

  private void addGradients(List<TensorVector> parts, Range range) {
    for (long leaf = range.start(); leaf < range.start() + range.count(); leaf++) {
      Tensor sum = gradientsOfLeaves.get((int) leaf);
      for (TensorVector part : parts) {
        Tensor gradient = part.get(leaf);
        if (gradient.defined()) {
          sum.add_(gradient);
        }
      }
    }
  }

  public void clearGradients() {
    gradients.zero_();
  }

  /**
   * Scales the gradients down to a Euclidean norm of at most {@code maximumNorm} (Pascanu et al.
   * 2013).
   *
   * @return the norm before clipping
   */
  public double clipGradients(double maximumNorm) {
    double norm = gradients.norm().item_double();
    if (norm > maximumNorm) {
      gradients.mul_(new Scalar(maximumNorm / norm));
    }
    return norm;
  }

  @Override
  public void close() {
    gradientsOfLeaves.forEach(Tensor::releaseReference);
    leaves.releaseReference();
    values.close();
    gradients.close();
  }
}
