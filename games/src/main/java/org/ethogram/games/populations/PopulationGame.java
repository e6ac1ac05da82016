package org.ethogram.games.populations;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * What the types of one or more large populations earn, given how common each type is (Sandholm
 * 2010, chapter 2).
 *
 * <p>A state holds one row a population, the shares of its types, which are at least 0 and sum to
 * 1.
 */
public interface PopulationGame {
  int populations();

  List<String> types(int population);

  /** The mean payoff of each type of each population in this state. */
  double[][] payoffs(double[][] shares);

  /** The game as another measurement might have found it: normal around the payoffs. */
  PopulationGame resampled(RandomGenerator random);

  /** Whether no payoff has a standard error above 0. */
  boolean isExact();

  /** The state in which each population has all its types in equal shares. */
  default double[][] evenShares() {
    double[][] shares = new double[populations()][];
    for (int population = 0; population < shares.length; population++) {
      shares[population] = new double[types(population).size()];
      Arrays.fill(shares[population], 1.0 / shares[population].length);
    }
    return shares;
  }
}
