package org.ethogram.games.populations.dynamics;

/**
 * x_i' = [f_i - mean(f)]+ - x_i sum_j [f_j - mean(f)]+ (Brown & von Neumann 1950). Its rest points
 * are the Nash equilibria.
 */
public record BrownVonNeumannNash() implements Dynamics {
  @Override
  public double[] growth(double[] shares, double[] payoffs) {
    double mean = Dynamics.mean(shares, payoffs);
    double[] growth = new double[shares.length];
    double excess = 0;
    for (int type = 0; type < shares.length; type++) {
      growth[type] = Math.max(0, payoffs[type] - mean);
      excess += growth[type];
    }
    for (int type = 0; type < shares.length; type++) {
      growth[type] -= shares[type] * excess;
    }
    return growth;
  }
}
