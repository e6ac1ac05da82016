package org.ethogram.torch.engine;

import org.ethogram.core.EthogramException;

/** The token that a sampler draws, and its log-probability before all rules of sampling. */
final class NextToken extends Readout {
  private final TokenSampler sampler;
  private int token;
  private double logProbability = Double.NaN;

  NextToken(int position, TokenSampler sampler) {
    super(position);
    this.sampler = sampler;
  }

  @Override
  void read(Prediction prediction) {
    token = sampler.draw(prediction.logits());
    logProbability = prediction.logProbability(token);
  }

  int token() {
    return token;
  }

  /**
   * @throws EthogramException {@code NOT_FINITE} when the network gave numbers that are none
   */
  double logProbability() {
    return requireNumber(logProbability);
  }
}
