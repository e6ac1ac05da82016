package org.ethogram.games.populations;

/**
 * How much of the time a finite population spends with each type when mutations are so rare that it
 * is nearly always of one type (Fudenberg & Imhof 2006). With exponential selection this is
 * alpha-rank of a single population (Omidshafiei et al. 2019), its alpha the intensity.
 */
public record RareMutations(Fixation fixation) {
  /** The chance, for each type, that the next mutant of each other type takes over from it. */
  public double[][] transitions() {
    int size = fixation.payoffs().size();
    double[][] transitions = new double[size][size];
    for (int resident = 0; resident < size; resident++) {
      double leaves = 0;
      for (int mutant = 0; mutant < size; mutant++) {
        if (mutant != resident) {
          transitions[resident][mutant] = fixation.probability(mutant, resident) / (size - 1);
          leaves += transitions[resident][mutant];
        }
      }
      transitions[resident][resident] = 1 - leaves;
    }
    return transitions;
  }

  /**
   * The share of time spent with each type, by the elimination of Grassmann, Taksar & Heyman
   * (1985), which never subtracts and so keeps the smallest shares exact.
   */
  public double[] stationary() {
    double[][] chain = transitions();
    int size = chain.length;
    for (int last = size - 1; last > 0; last--) {
      double leaves = 0;
      for (int state = 0; state < last; state++) {
        leaves += chain[last][state];
      }
      for (int from = 0; from < last && leaves > 0; from++) {
        chain[from][last] /= leaves;
        for (int to = 0; to < last; to++) {
          chain[from][to] += chain[from][last] * chain[last][to];
        }
      }
    }
    double[] shares = new double[size];
    shares[0] = 1;
    double sum = 1;
    for (int state = 1; state < size; state++) {
      for (int from = 0; from < state; from++) {
        shares[state] += shares[from] * chain[from][state];
      }
      sum += shares[state];
    }
    for (int state = 0; state < size; state++) {
      shares[state] /= sum;
    }
    return shares;
  }
}
