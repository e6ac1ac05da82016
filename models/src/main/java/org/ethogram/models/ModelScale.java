package org.ethogram.models;

import java.util.OptionalLong;

/**
 * Where a model stands on the axes of a scaling law; an axis that is not known is empty.
 *
 * @param parameters non-embedding parameters, N
 * @param trainingTokens tokens seen in pre-training up to this checkpoint, D
 * @param trainingSteps pre-training steps up to this checkpoint
 * @param feedbackSteps steps of training by feedback, S; 0 for a base model
 */
public record ModelScale(
    OptionalLong parameters,
    OptionalLong trainingTokens,
    OptionalLong trainingSteps,
    OptionalLong feedbackSteps) {
  public static final ModelScale UNKNOWN =
      new ModelScale(
          OptionalLong.empty(), OptionalLong.empty(), OptionalLong.empty(), OptionalLong.empty());
}
