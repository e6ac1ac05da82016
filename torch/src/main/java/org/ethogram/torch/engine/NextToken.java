package org.ethogram.torch.engine;

import org.ethogram.core.EthogramException;

/** The token that a sampler draws, and its log-probability before all rules of sampling. */
final class NextToken extends Readout {
  private final TokenSampler sampler;
  private final int alternatives;
  private int token;
  private double logProbability = Double.NaN;
  private TopTokens top = TopTokens.NONE;

  /**
   * @param alternatives how many of the most probable tokens are told with it
   */
  NextToken(int position, TokenSampler sampler, int alternatives) {
    super(position);
    this.sampler = sampler;
    this.alternatives = alternatives;
  }

  @Override
  void read(Prediction prediction) {
    top = TopTokens.of(prediction, alternatives);
    token = sampler.draw(prediction.logits());
    logProbability = prediction.logProbability(token);
  }

  /**
   * @throws EthogramException {@code NOT_FINITE} when the network gave numbers that are none
   */
  ScoredToken drawn() {
    return new ScoredToken(token, requireNumber(logProbability), top);
  }
}
