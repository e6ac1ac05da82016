package org.ethogram.training.optimization;

import static org.bytedeco.pytorch.global.torch.zeros_like;

import java.util.List;
import org.bytedeco.pytorch.Tensor;

/**
 * Adam with decoupled weight decay (Loshchilov and Hutter 2019, algorithm 2), on flat parameters.
 */
public final class AdamW implements AutoCloseable {
  /**
   * @param firstDecay beta 1, of the mean of the gradients
   * @param secondDecay beta 2, of the mean of their squares
   * @param epsilon added to the root of the latter
   * @param weightDecay shrinks every parameter by this times the learning rate a step
   */
  public record Settings(
      double firstDecay, double secondDecay, double epsilon, double weightDecay) {}

  private final FlatParameters parameters;
  private final Settings settings;
  private final Tensor firstMoment;
  private final Tensor secondMoment;
  private final List<Range> ranges;

  public AdamW(FlatParameters parameters, Settings settings) {
    this.parameters = parameters;
    this.settings = settings;
    this.firstMoment = zeros_like(parameters.values());
    this.secondMoment = zeros_like(parameters.values());
    this.ranges = Range.ofNumbers(parameters.size());
  }

  /**
   * One update from the gradients of now.
   *
   * @param step how many updates this one makes, from 1
   */
  public void update(long step, double learningRate) {
    Range.each(
        ranges,
        range ->
            FusedUpdate.apply(
                range.of(parameters.values()),
                range.of(parameters.gradients()),
                range.of(firstMoment),
                range.of(secondMoment),
                step,
                learningRate,
                settings));
  }

  /** Exponential mean of the gradients, of the parameters' size. */
  public Tensor firstMoment() {
    return firstMoment;
  }

  /** Exponential mean of the squared gradients, of the parameters' size. */
  public Tensor secondMoment() {
    return secondMoment;
  }

  @Override
  public void close() {
    firstMoment.close();
    secondMoment.close();
  }
}
