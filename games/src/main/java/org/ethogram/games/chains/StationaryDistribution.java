package org.ethogram.games.chains;

import org.ethogram.core.ErrorCode;
import org.ethogram.core.EthogramException;

/**
 * How much of the time a Markov chain spends in each state, by the elimination of Grassmann, Taksar
 * & Heyman (1985), which never subtracts and so keeps the smallest shares exact.
 */
public final class StationaryDistribution {
  private StationaryDistribution() {}

  /**
   * @param transitions a row for each state, the probability of going to each; what is on the
   *     diagonal does not matter
   * @throws EthogramException {@code INVALID_DATA} when the chain has several ends, so that no
   *     distribution is the only one
   */
  public static double[] of(double[][] transitions) {
    double[][] chain = copy(transitions);
    for (int last = chain.length - 1; last > 0; last--) {
      double leaves = 0;
      for (int state = 0; state < last; state++) {
        leaves += chain[last][state];
      }
      requirePositive(leaves);
      for (int from = 0; from < last; from++) {
        if (chain[from][last] > 0) {
          chain[from][last] /= leaves;
          for (int to = 0; to < last; to++) {
            chain[from][to] += chain[from][last] * chain[last][to];
          }
        }
      }
    }
    double[] shares = new double[chain.length];
    shares[0] = 1;
    double sum = 1;
    for (int state = 1; state < shares.length; state++) {
      for (int from = 0; from < state; from++) {
        shares[state] += shares[from] * chain[from][state];
      }
      sum += shares[state];
    }
    for (int state = 0; state < shares.length; state++) {
      shares[state] /= sum;
    }
    return shares;
  }

  /**
   * The same from the natural logarithms of the transitions, so that no transition is too rare to
   * be told from an impossible one; costs more.
   */
  public static double[] ofLogarithms(double[][] logTransitions) {
    double[][] chain = copy(logTransitions);
    for (int last = chain.length - 1; last > 0; last--) {
      double leaves = Double.NEGATIVE_INFINITY;
      for (int state = 0; state < last; state++) {
        leaves = Logarithms.sum(leaves, chain[last][state]);
      }
      requirePositive(leaves == Double.NEGATIVE_INFINITY ? 0 : 1);
      for (int from = 0; from < last; from++) {
        chain[from][last] -= leaves;
        for (int to = 0; to < last; to++) {
          chain[from][to] = Logarithms.sum(chain[from][to], chain[from][last] + chain[last][to]);
        }
      }
    }
    double[] shares = new double[chain.length];
    double all = 0;
    for (int state = 1; state < shares.length; state++) {
      shares[state] = Double.NEGATIVE_INFINITY;
      for (int from = 0; from < state; from++) {
        shares[state] = Logarithms.sum(shares[state], shares[from] + chain[from][state]);
      }
      all = Logarithms.sum(all, shares[state]);
    }
    for (int state = 0; state < shares.length; state++) {
      shares[state] = Math.exp(shares[state] - all);
    }
    return shares;
  }

  private static void requirePositive(double leaves) {
    if (!(leaves > 0)) {
      throw new EthogramException(
          ErrorCode.INVALID_DATA,
          "stationary distribution",
          "a state that the chain never leaves",
          "Lower the intensity of selection, or give a chance of mutation above 0");
    }
  }

  private static double[][] copy(double[][] matrix) {
    double[][] copy = new double[matrix.length][];
    for (int row = 0; row < copy.length; row++) {
      copy[row] = matrix[row].clone();
    }
    return copy;
  }
}
