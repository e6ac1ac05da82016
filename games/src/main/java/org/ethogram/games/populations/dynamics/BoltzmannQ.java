package org.ethogram.games.populations.dynamics;

/**
 * What many Q-learners that choose by Boltzmann's distribution do on average: x_i' = x_i (beta (f_i
 * - mean(f)) - ln x_i + sum_j x_j ln x_j) (Tuyls, Verbeeck & Lenaerts 2003; Sato & Crutchfield
 * 2003), at a learning rate of 1.
 *
 * <p>Its rest points inside the simplex are those of {@link Logit} with the same intensity.
 *
 * @param intensity beta, the inverse of the temperature, at least 0
 */
public record BoltzmannQ(double intensity) implements Dynamics {
  public BoltzmannQ {
    Intensity.check(intensity);
  }

  @Override
  public double[] growth(double[] shares, double[] payoffs) {
    double mean = Dynamics.mean(shares, payoffs);
    double entropy = 0;
    for (double share : shares) {
      entropy -= weightedLogarithm(share);
    }
    double[] growth = new double[shares.length];
    for (int type = 0; type < shares.length; type++) {
      growth[type] =
          shares[type] * (intensity * (payoffs[type] - mean) - entropy)
              - weightedLogarithm(shares[type]);
    }
    return growth;
  }

  private static double weightedLogarithm(double share) {
    return share <= 0 ? 0 : share * Math.log(share);
  }
}
