package org.ethogram.games.populations.dynamics;

/**
 * Pairwise comparison: x_i' = sum_j x_j [f_i - f_j]+ - x_i sum_j [f_j - f_i]+ (Smith 1984). Its
 * rest points are the Nash equilibria.
 */
public record Smith() implements Dynamics {
  @Override
  public double[] growth(double[] shares, double[] payoffs) {
    double[] growth = new double[shares.length];
    for (int type = 0; type < shares.length; type++) {
      for (int other = 0; other < shares.length; other++) {
        double gain = payoffs[type] - payoffs[other];
        growth[type] += gain * (gain > 0 ? shares[other] : shares[type]);
      }
    }
    return growth;
  }
}
