package org.ethogram.games.populations.dynamics;

/**
 * Logit dynamics: x_i' = exp(beta f_i) / sum_j exp(beta f_j) - x_i (Fudenberg & Levine 1998,
 * section 4.4). Its rest points are the logit equilibria.
 *
 * @param intensity beta, at least 0; at 0 everybody chooses blindly
 */
public record Logit(double intensity) implements Dynamics {
  public Logit {
    Intensity.check(intensity);
  }

  @Override
  public double[] growth(double[] shares, double[] payoffs) {
    double best = Double.NEGATIVE_INFINITY;
    for (double payoff : payoffs) {
      best = Math.max(best, payoff);
    }
    double[] growth = new double[shares.length];
    double sum = 0;
    for (int type = 0; type < shares.length; type++) {
      growth[type] = Math.exp(intensity * (payoffs[type] - best));
      sum += growth[type];
    }
    for (int type = 0; type < shares.length; type++) {
      growth[type] = growth[type] / sum - shares[type];
    }
    return growth;
  }
}
