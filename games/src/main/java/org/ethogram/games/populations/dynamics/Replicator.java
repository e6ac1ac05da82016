package org.ethogram.games.populations.dynamics;

import org.ethogram.core.ErrorCode;
import org.ethogram.core.EthogramException;

/**
 * The replicator-mutator equation: x_i' = sum_j x_j f_j q_ji - x_i mean(f) (Taylor & Jonker 1978;
 * Hadeler 1981). Without mutation it is the replicator equation.
 *
 * @param mutation the chance that an offspring is of another type, all others alike; with mutation
 *     a payoff is a rate of births and must be at least 0
 */
public record Replicator(double mutation) implements Dynamics {
  public Replicator {
    Mutation.check(mutation);
  }

  @Override
  public double[] growth(double[] shares, double[] payoffs) {
    int size = shares.length;
    double mean = Dynamics.mean(shares, payoffs);
    double[] growth = new double[size];
    for (int type = 0; type < size; type++) {
      if (mutation > 0 && payoffs[type] < 0) {
        throw new EthogramException(
            ErrorCode.INVALID_DATA,
            "replicator-mutator equation",
            "a type that earns " + payoffs[type] + ", and births cannot be negative",
            "Raise all payoffs by a constant, or take the dynamics logit or Boltzmann-Q");
      }
      double born = shares[type] * payoffs[type];
      growth[type] = born - shares[type] * mean;
      if (mutation > 0 && size > 1) {
        growth[type] += mutation * ((mean - born) / (size - 1) - born);
      }
    }
    return growth;
  }
}
