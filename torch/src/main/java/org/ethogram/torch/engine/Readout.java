package org.ethogram.torch.engine;

import org.ethogram.core.ErrorCode;
import org.ethogram.core.EthogramException;
import org.jspecify.annotations.Nullable;

/** What is wanted of the prediction after one position of a sequence. */
final class Readout {
  private final int position;
  private final int @Nullable [] targets;
  private float[] logProbabilities = {};

  private Readout(int position, int @Nullable [] targets) {
    this.position = position;
    this.targets = targets;
  }

  /** The log-probabilities of a few tokens, in nats. */
  static Readout of(int position, int[] targets) {
    return new Readout(position, targets);
  }

  /** The log-probabilities of the whole vocabulary. */
  static Readout ofAll(int position) {
    return new Readout(position, null);
  }

  /** The position after which the prediction is made. */
  int position() {
    return position;
  }

  int @Nullable [] targets() {
    return targets;
  }

  void fill(float[] values) {
    logProbabilities = values;
  }

  /**
   * In the order of the targets, or of the vocabulary.
   *
   * @throws EthogramException {@code NOT_FINITE} when the network gave numbers that are none
   */
  float[] logProbabilities() {
    for (float logProbability : logProbabilities) {
      if (Float.isNaN(logProbability)) {
        throw new EthogramException(
            ErrorCode.NOT_FINITE,
            "model",
            "it gave a probability that is not a number",
            "Check the weights of the model");
      }
    }
    return logProbabilities;
  }
}
