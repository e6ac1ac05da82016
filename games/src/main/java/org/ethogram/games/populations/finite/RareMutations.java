package org.ethogram.games.populations.finite;

import org.ethogram.games.chains.StationaryDistribution;

/**
 * How much of the time a well-mixed population spends with each type when mutations are so rare
 * that it is nearly always of one type (Fudenberg & Imhof 2006).
 *
 * @param population its mutation is not used
 * @param size at least 2
 */
public record RareMutations(FinitePopulation population, int size) {
  /** The natural logarithm of the chance that a mutant of a type takes over from another. */
  private double logFixation(int mutant, int resident) {
    return TwoTypes.of(population, size, mutant, resident).logFixation(1);
  }

  /** The share of time spent with each type, however strong selection is. */
  public double[] stationary() {
    int types = population.payoffs().size();
    double[][] transitions = new double[types][types];
    for (int resident = 0; resident < types; resident++) {
      for (int mutant = 0; mutant < types; mutant++) {
        transitions[resident][mutant] =
            mutant == resident ? Double.NEGATIVE_INFINITY : logFixation(mutant, resident);
      }
    }
    return StationaryDistribution.ofLogarithms(transitions);
  }
}
