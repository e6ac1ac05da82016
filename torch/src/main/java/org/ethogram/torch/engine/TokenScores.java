package org.ethogram.torch.engine;

import org.ethogram.core.EthogramException;

/** The log-probabilities of a few tokens, in nats. */
final class TokenScores extends Readout {
  private final int[] targets;
  private final float[] logProbabilities;

  TokenScores(int position, int... targets) {
    super(position);
    this.targets = targets;
    this.logProbabilities = new float[targets.length];
  }

  @Override
  void read(Prediction prediction) {
    for (int index = 0; index < targets.length; index++) {
      logProbabilities[index] = prediction.logProbability(targets[index]);
    }
  }

  /**
   * @param index of the target
   * @throws EthogramException {@code NOT_FINITE} when the network gave numbers that are none
   */
  double logProbability(int index) {
    return requireNumber(logProbabilities[index]);
  }
}
