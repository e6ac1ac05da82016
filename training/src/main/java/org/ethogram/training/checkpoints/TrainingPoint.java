package org.ethogram.training.checkpoints;

/**
 * How far a training has come.
 *
 * @param step updates made
 * @param tokens read so far, without padding
 */
public record TrainingPoint(long step, long tokens) {
  public static final TrainingPoint START = new TrainingPoint(0, 0);

  /** The point after one more step. */
  public TrainingPoint next(long tokensRead) {
    return new TrainingPoint(step + 1, tokens + tokensRead);
  }
}
