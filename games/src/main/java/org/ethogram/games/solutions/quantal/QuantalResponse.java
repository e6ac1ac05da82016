package org.ethogram.games.solutions.quantal;

import java.util.Arrays;

/**
 * A point of the logit quantal response correspondence: every action is played with a probability
 * proportional to {@code exp(lambda * worth)}.
 *
 * @param lambda precision, one over a unit of payoff; 0 for play by chance
 * @param probabilities for each seat those of its actions
 * @param regret the largest gain of any seat by its best action
 * @param residual the largest distance of a probability from the logit response to the others
 */
public record QuantalResponse(
    double lambda, double[][] probabilities, double regret, double residual) {
  static QuantalResponse of(ExpectedPayoffs payoffs, double lambda, double[] logarithms) {
    double[] all = Arrays.stream(logarithms).map(Math::exp).toArray();
    double[] worth = payoffs.worth(all, new double[all.length][all.length]);
    double[][] probabilities = new double[payoffs.seats()][];
    double regret = 0;
    double residual = 0;
    for (int seat = 0; seat < payoffs.seats(); seat++) {
      int from = payoffs.offset(seat);
      int to = payoffs.offset(seat + 1);
      double best = Arrays.stream(worth, from, to).max().orElseThrow();
      double scale = 0;
      double expected = 0;
      for (int action = from; action < to; action++) {
        scale += Math.exp(lambda * (worth[action] - best));
        expected += all[action] * worth[action];
      }
      for (int action = from; action < to; action++) {
        double response = Math.exp(lambda * (worth[action] - best)) / scale;
        residual = Math.max(residual, Math.abs(response - all[action]));
      }
      regret = Math.max(regret, best - expected);
      probabilities[seat] = Arrays.copyOfRange(all, from, to);
    }
    return new QuantalResponse(lambda, probabilities, regret, residual);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof QuantalResponse point
        && lambda == point.lambda
        && Arrays.deepEquals(probabilities, point.probabilities);
  }

  @Override
  public int hashCode() {
    return 31 * Double.hashCode(lambda) + Arrays.deepHashCode(probabilities);
  }

  @Override
  public String toString() {
    return "lambda " + lambda + " " + Arrays.deepToString(probabilities);
  }
}
