package org.ethogram.training.language;

import org.ethogram.core.Seed;
import org.ethogram.torch.network.ProductPrecision;
import org.ethogram.training.batches.Batching;
import org.ethogram.training.optimization.AdamW;
import org.ethogram.training.optimization.LearningRateSchedule;

/**
 * How a language model is trained.
 *
 * @param schedule of the learning rate; its steps are the length of the training
 * @param batchTokens most tokens of a micro-batch, padding included
 * @param contextLength tokens of a document that are read
 * @param maximumNorm to which the gradient is clipped
 * @param stateInterval steps between the states from which training can go on after a kill
 * @param seed of the order of the batches
 * @param accumulation micro-batches whose gradients make one step, at least 1; processes that train
 *     together share them
 * @param batching how sequences share a micro-batch
 * @param recomputation whether the backward pass computes each layer again instead of keeping what
 *     the forward pass saw in it: less memory for one more forward pass
 * @param precision of the matrix products
 */
public record LanguageTrainingSettings(
    LearningRateSchedule schedule,
    int batchTokens,
    int contextLength,
    AdamW.Settings optimizer,
    double maximumNorm,
    int stateInterval,
    Seed seed,
    int accumulation,
    Batching batching,
    boolean recomputation,
    ProductPrecision precision) {
  public LanguageTrainingSettings {
    if (batchTokens < 1
        || contextLength < 1
        || !(maximumNorm > 0)
        || stateInterval < 1
        || accumulation < 1) {
      throw new IllegalArgumentException(
          "batch tokens %d, context %d, maximum norm %s, state interval %d, accumulation %d"
              .formatted(batchTokens, contextLength, maximumNorm, stateInterval, accumulation));
    }
  }

  /** The same, with nothing computed twice and products in full precision. */
  public LanguageTrainingSettings(
      LearningRateSchedule schedule,
      int batchTokens,
      int contextLength,
      AdamW.Settings optimizer,
      double maximumNorm,
      int stateInterval,
      Seed seed,
      int accumulation,
      Batching batching) {
    this(
        schedule,
        batchTokens,
        contextLength,
        optimizer,
        maximumNorm,
        stateInterval,
        seed,
        accumulation,
        batching,
        false,
        ProductPrecision.FULL);
  }

  /** One batch of like length a step. */
  public LanguageTrainingSettings(
      LearningRateSchedule schedule,
      int batchTokens,
      int contextLength,
      AdamW.Settings optimizer,
      double maximumNorm,
      int stateInterval,
      Seed seed) {
    this(
        schedule,
        batchTokens,
        contextLength,
        optimizer,
        maximumNorm,
        stateInterval,
        seed,
        1,
        Batching.LIKE_LENGTH);
  }

  /** The same with this many micro-batches a step. */
  public LanguageTrainingSettings withAccumulation(int microBatches) {
    return new LanguageTrainingSettings(
        schedule,
        batchTokens,
        contextLength,
        optimizer,
        maximumNorm,
        stateInterval,
        seed,
        microBatches,
        batching,
        recomputation,
        precision);
  }

  public LanguageTrainingSettings withBatching(Batching wanted) {
    return new LanguageTrainingSettings(
        schedule,
        batchTokens,
        contextLength,
        optimizer,
        maximumNorm,
        stateInterval,
        seed,
        accumulation,
        wanted,
        recomputation,
        precision);
  }

  public LanguageTrainingSettings withRecomputation(boolean wanted) {
    return new LanguageTrainingSettings(
        schedule,
        batchTokens,
        contextLength,
        optimizer,
        maximumNorm,
        stateInterval,
        seed,
        accumulation,
        batching,
        wanted,
        precision);
  }

  public LanguageTrainingSettings withPrecision(ProductPrecision wanted) {
    return new LanguageTrainingSettings(
        schedule,
        batchTokens,
        contextLength,
        optimizer,
        maximumNorm,
        stateInterval,
        seed,
        accumulation,
        batching,
        recomputation,
        wanted);
  }
}
