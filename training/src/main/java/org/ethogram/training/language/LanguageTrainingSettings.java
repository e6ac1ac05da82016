package org.ethogram.training.language;

import org.ethogram.core.Seed;
import org.ethogram.training.batches.MicroBatches;
import org.ethogram.training.optimization.AdamW;
import org.ethogram.training.optimization.LearningRateSchedule;

/**
 * How a language model is trained.
 *
 * @param schedule of the learning rate; its steps are the length of the training
 * @param batches that make a step
 * @param contextLength tokens of a document that are read
 * @param maximumNorm to which the gradient is clipped
 * @param stateInterval steps between the states from which training can go on after a kill
 * @param seed of the order of the batches
 */
public record LanguageTrainingSettings(
    LearningRateSchedule schedule,
    MicroBatches batches,
    int contextLength,
    AdamW.Settings optimizer,
    double maximumNorm,
    int stateInterval,
    Seed seed,
    Computation computation) {
  public LanguageTrainingSettings {
    if (contextLength < 1 || !(maximumNorm > 0) || stateInterval < 1) {
      throw new IllegalArgumentException(
          "context %d, maximum norm %s, state interval %d"
              .formatted(contextLength, maximumNorm, stateInterval));
    }
  }

  /** The same, computed plainly. */
  public LanguageTrainingSettings(
      LearningRateSchedule schedule,
      MicroBatches batches,
      int contextLength,
      AdamW.Settings optimizer,
      double maximumNorm,
      int stateInterval,
      Seed seed) {
    this(
        schedule,
        batches,
        contextLength,
        optimizer,
        maximumNorm,
        stateInterval,
        seed,
        Computation.PLAIN);
  }
}
