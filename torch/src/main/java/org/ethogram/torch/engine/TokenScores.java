package org.ethogram.torch.engine;

import org.ethogram.core.EthogramException;

/** The log-probabilities of a few tokens, in nats. */
final class TokenScores extends Readout {
  private final int alternatives;
  private final int[] targets;
  private final float[] logProbabilities;
  private TopTokens top = TopTokens.NONE;

  /**
   * @param alternatives how many of the most probable tokens are told with them
   */
  TokenScores(int position, int alternatives, int... targets) {
    super(position);
    this.alternatives = alternatives;
    this.targets = targets;
    this.logProbabilities = new float[targets.length];
  }

  @Override
  void read(Prediction prediction) {
    for (int index = 0; index < targets.length; index++) {
      logProbabilities[index] = prediction.logProbability(targets[index]);
    }
    top = TopTokens.of(prediction, alternatives);
  }

  /**
   * @param index of the target
   * @throws EthogramException {@code NOT_FINITE} when the network gave numbers that are none
   */
  ScoredToken scored(int index) {
    return new ScoredToken(targets[index], requireNumber(logProbabilities[index]), top);
  }
}
