package org.ethogram.training.language;

/**
 * How far a training has come.
 *
 * @param step updates made
 * @param tokens read so far, without padding
 */
public record TrainingPoint(long step, long tokens) {
  static final TrainingPoint START = new TrainingPoint(0, 0);

  TrainingPoint after(Batch batch) {
    return new TrainingPoint(step + 1, tokens + batch.tokenCount());
  }
}
