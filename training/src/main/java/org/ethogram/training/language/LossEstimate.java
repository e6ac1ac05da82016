package org.ethogram.training.language;

import java.util.OptionalDouble;

/**
 * A loss on held-out sequences.
 *
 * @param loss nats a predicted token, each token counting by its weight
 * @param standardError of the loss, with sequences as the independent draws; empty for fewer than
 *     two
 * @param sequences how many it is estimated on
 * @param tokens how many tokens are predicted
 */
public record LossEstimate(double loss, OptionalDouble standardError, long sequences, long tokens) {
  /**
   * The ratio of two sums over sequences, and its standard error by linearisation (Cochran 1977,
   * "Sampling Techniques", section 6.4).
   *
   * @param losses weighted loss of each sequence
   * @param weights weight of each sequence
   */
  static LossEstimate of(double[] losses, double[] weights, long tokens) {
    double totalLoss = 0;
    double totalWeight = 0;
    for (int which = 0; which < losses.length; which++) {
      totalLoss += losses[which];
      totalWeight += weights[which];
    }
    double loss = totalLoss / totalWeight;
    double squares = 0;
    for (int which = 0; which < losses.length; which++) {
      double residual = losses[which] - loss * weights[which];
      squares += residual * residual;
    }
    int n = losses.length;
    OptionalDouble error =
        n < 2
            ? OptionalDouble.empty()
            : OptionalDouble.of(Math.sqrt(squares * n / (n - 1)) / totalWeight);
    return new LossEstimate(loss, error, n, tokens);
  }
}
