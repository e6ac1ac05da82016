package org.ethogram.training.optimization;

import java.util.List;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Tensor;
import org.ethogram.core.ErrorCode;
import org.ethogram.core.EthogramException;
import org.ethogram.torch.runtime.NativeWork;
import org.ethogram.training.parallel.Parallel;

/**
 * Updates of parameters by AdamW: the gradients of the parts of a loss are added up, here and over
 * the processes that train together, clipped, and followed.
 *
 * <p>The sum over parts equals one pass over all of them, so memory limits the size of a part and
 * not that of a step.
 */
public final class Updates implements AutoCloseable {
  private final FlatParameters parameters;
  private final AdamW optimizer;
  private final double maximumNorm;
  private final Parallel parallel;

  /**
   * @param trained leaves, whose data this takes over
   * @param maximumNorm to which the gradient is clipped
   */
  public Updates(
      List<Tensor> trained, AdamW.Settings settings, double maximumNorm, Parallel parallel) {
    trained.forEach(tensor -> tensor.set_requires_grad(true));
    this.parameters = new FlatParameters(trained);
    this.optimizer = new AdamW(parameters, settings);
    this.maximumNorm = maximumNorm;
    this.parallel = parallel;
  }

  /**
   * What an update saw.
   *
   * @param loss before the update
   * @param gradientNorm before clipping
   */
  public record Update(double loss, double gradientNorm) {}

  /**
   * One update.
   *
   * @param parts of the loss that this process computes
   * @param step how many updates this one makes, from 1
   * @param place of the training, for messages
   * @throws EthogramException {@code NOT_FINITE} when the loss or its gradient is no number; the
   *     parameters are then as before
   */
  public Update apply(List<LossPart> parts, long step, double learningRate, String place) {
    try (NativeWork _ = NativeWork.begin()) {
      parameters.clearGradients();
      double loss = 0;
      for (LossPart part : parts) {
        try (PointerScope _ = new PointerScope()) {
          loss += part.addGradients();
        }
      }
      try (PointerScope _ = new PointerScope();
          NoGradGuard _ = new NoGradGuard()) {
        Tensor wholeLoss = Tensor.create(loss);
        parallel.sum(wholeLoss);
        parallel.sum(parameters.gradients());
        double value = wholeLoss.item_double();
        double norm = parameters.clipGradients(maximumNorm);
        if (!Double.isFinite(value) || !Double.isFinite(norm)) {
          throw notFinite(place + ", step " + step, value, norm);
        }
        optimizer.update(step, learningRate);
        return new Update(value, norm);
      }
    }
  }

  public FlatParameters parameters() {
    return parameters;
  }

  public AdamW optimizer() {
    return optimizer;
  }

  private static EthogramException notFinite(String place, double loss, double norm) {
    return new EthogramException(
        ErrorCode.NOT_FINITE,
        place,
        "the loss is " + loss + " and the norm of its gradient " + norm,
        "Lower the learning rate or lengthen the warm-up; the state before this step is kept");
  }

  /** Frees the optimiser; the parameters keep their values. */
  @Override
  public void close() {
    optimizer.close();
    parameters.close();
  }
}
