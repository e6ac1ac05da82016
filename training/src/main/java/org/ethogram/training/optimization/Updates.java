package org.ethogram.training.optimization;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.function.Supplier;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.ethogram.core.ErrorCode;
import org.ethogram.core.EthogramException;
import org.ethogram.torch.runtime.NativeWork;
import org.ethogram.torch.runtime.SideBySide;
import org.ethogram.training.optimization.LossPart.Differentiated;
import org.ethogram.training.parallel.Parallel;

/**
 * Updates of parameters by AdamW: the gradients of the parts of a loss are added up, here and over
 * the processes that train together, clipped, and followed.
 *
 * <p>The sum over parts equals one pass over all of them, so memory limits the size of a part and
 * not that of a step.
 */
public final class Updates implements AutoCloseable {
  private static final OperatingSystemMXBean MACHINE =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

  /** Which part of the machine's memory the gradients of parts may take. */
  private static final double MEMORY = 0.25;

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
      double loss = addGradients(parts);
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

  /** Adds the parts in their order, so that their sum does not depend on the threads. */
  private double addGradients(List<LossPart> parts) {
    parameters.clearGradients();
    double loss = 0;
    int together = partsTogether();
    for (int first = 0; first < parts.size(); first += together) {
      List<LossPart> next = parts.subList(first, Math.min(parts.size(), first + together));
      List<Differentiated> computed = differentiated(next);
      for (Differentiated part : computed) {
        loss += part.value();
      }
      List<TensorVector> gradients = computed.stream().map(Differentiated::gradients).toList();
      parameters.addGradients(gradients);
      gradients.forEach(TensorVector::releaseReference);
    }
    return loss;
  }

  /** How many parts have their gradients in memory at once. */
  private int partsTogether() {
    double gradients = (double) Float.BYTES * parameters.size();
    return Math.max(1, (int) (MEMORY * MACHINE.getTotalMemorySize() / gradients));
  }

  private List<Differentiated> differentiated(List<LossPart> parts) {
    return SideBySide.run(
        parts.stream().<Supplier<Differentiated>>map(part -> () -> differentiated(part)).toList());
  }

  private Differentiated differentiated(LossPart part) {
    try (PointerScope _ = new PointerScope()) {
      Differentiated differentiated = part.differentiate(parameters.leaves());
      differentiated.gradients().retainReference();
      return differentiated;
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
