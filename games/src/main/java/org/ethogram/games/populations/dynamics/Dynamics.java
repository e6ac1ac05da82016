package org.ethogram.games.populations.dynamics;

/**
 * How the shares of a population's types change with what the types earn (Sandholm 2010).
 *
 * <p>The growth of all types sums to 0, so that shares go on summing to 1.
 */
public interface Dynamics {
  /**
   * How fast the share of each type grows.
   *
   * @param payoffs the mean payoff of each type
   */
  double[] growth(double[] shares, double[] payoffs);

  /** The mean payoff of a member of the population. */
  static double mean(double[] shares, double[] payoffs) {
    double mean = 0;
    for (int type = 0; type < shares.length; type++) {
      mean += shares[type] * payoffs[type];
    }
    return mean;
  }
}
