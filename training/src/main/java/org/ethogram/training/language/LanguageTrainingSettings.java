package org.ethogram.training.language;

import org.ethogram.core.Seed;
import org.ethogram.training.optimization.AdamW;

/**
 * How a language model is trained.
 *
 * @param schedule of the learning rate; its steps are the length of the training
 * @param batchTokens most tokens of a step, padding included
 * @param contextLength tokens of a document that are read
 * @param maximumNorm to which the gradient is clipped
 * @param stateInterval steps between the states from which training can go on after a kill
 * @param seed of the order of the batches
 */
public record LanguageTrainingSettings(
    LearningRateSchedule schedule,
    int batchTokens,
    int contextLength,
    AdamW.Settings optimizer,
    double maximumNorm,
    int stateInterval,
    Seed seed) {}
