package org.ethogram.games.solutions.quantal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

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
    double lambda, List<List<Double>> probabilities, double regret, double residual) {
  public QuantalResponse {
    probabilities = probabilities.stream().map(List::copyOf).toList();
  }

  static QuantalResponse of(ExpectedPayoffs payoffs, double lambda, double[] logarithms) {
    double[] all = Arrays.stream(logarithms).map(Math::exp).toArray();
    double[] worth = payoffs.worth(all, new double[all.length][all.length]);
    List<List<Double>> probabilities = new ArrayList<>();
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
      probabilities.add(Arrays.stream(all, from, to).boxed().toList());
    }
    return new QuantalResponse(lambda, probabilities, regret, residual);
  }
}
