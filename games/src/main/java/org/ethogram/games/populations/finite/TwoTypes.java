package org.ethogram.games.populations.finite;

import java.util.OptionalDouble;
import org.ethogram.games.chains.Logarithms;
import org.ethogram.games.populations.PayoffMatrix;

/**
 * The chain of a well-mixed population of two types: how many are mutants, from none to all, one
 * more or one fewer at a step.
 */
public final class TwoTypes {
  private final FinitePopulation population;
  private final int size;
  private final int mutant;
  private final double[] up;
  private final double[] down;

  /**
   * @param population of exactly two types, by a rule that replaces one at a time
   * @param size at least 2
   * @param mutant which of the two types is counted
   */
  public TwoTypes(FinitePopulation population, int size, int mutant) {
    this.population = population;
    this.size = FinitePopulation.checkedSize(size);
    this.mutant = mutant;
    this.up = new double[size + 1];
    this.down = new double[size + 1];
    if (population.payoffs().size() != 2) {
      throw FinitePopulation.invalid(
          population.payoffs().size() + " types", "Give two types, or the chain of all");
    }
    for (int mutants = 0; mutants <= size; mutants++) {
      double[][] replacements = new Step(population, counts(mutants)).replacements();
      up[mutants] = replacements[1 - mutant][mutant];
      down[mutants] = replacements[mutant][1 - mutant];
    }
  }

  /** The chain of two of many types, without mutation. */
  static TwoTypes of(FinitePopulation population, int size, int mutant, int resident) {
    PayoffMatrix pair = population.payoffs().only(mutant, resident);
    return new TwoTypes(
        new FinitePopulation(pair, population.rule(), population.selection(), 0), size, 0);
  }

  /**
   * The natural logarithm of how much more probable a loss of a mutant is than a gain, which
   * decides alone who takes over. It stays exact where both probabilities are too small to be
   * written.
   */
  private double logRatio(int mutants) {
    double[] earned = population.earnings(counts(mutants));
    Selection selection = population.selection();
    double ratio = selection.logFitness(earned[1 - mutant]) - selection.logFitness(earned[mutant]);
    return switch (population.rule()) {
      case BIRTH_DEATH, PAIRWISE_COMPARISON -> ratio;
      case DEATH_BIRTH -> competition(mutants, ratio);
      case IMITATE_BEST, WRIGHT_FISHER ->
          throw FinitePopulation.invalid(
              "no closed form for this rule", "Simulate it, or solve the chain of compositions");
    };
  }

  /** Who dies does not compete, so that the sums of fitness differ between a gain and a loss. */
  private double competition(int mutants, double logRatio) {
    double residents = size - mutants;
    double weaker = Math.exp(-Math.abs(logRatio));
    if (logRatio > 0) {
      double gain = mutants * weaker + residents - 1;
      return residents == 1
          ? Math.log(mutants / ((mutants - 1) * weaker + 1))
          : logRatio + Math.log(gain / ((mutants - 1) * weaker + residents));
    }
    double gain = mutants + (residents - 1) * weaker;
    return mutants == 1
        ? Math.log(gain / residents)
        : logRatio + Math.log(gain / (mutants - 1 + residents * weaker));
  }

  /** The natural logarithm of {@link #fixation}, exact where that is too small to be written. */
  double logFixation(int mutants) {
    double product = 0;
    double upTo = 0;
    double all = 0;
    for (int at = 1; at < size; at++) {
      if (at == mutants) {
        upTo = all;
      }
      product += logRatio(at);
      all = Logarithms.sum(all, product);
    }
    return mutants >= size ? 0 : upTo - all;
  }

  /**
   * The probability that the mutants take over: (1 + sum_{k<i} prod_{j<=k} d_j / u_j) over the same
   * sum to N - 1, with u and d the chances of one mutant more and one fewer (Karlin & Taylor 1975;
   * for one mutant Nowak, Sasaki, Taylor & Fudenberg 2004). Without mutation.
   *
   * @param mutants how many there are at first, from 1 to all
   */
  public double fixation(int mutants) {
    return Math.exp(logFixation(mutants));
  }

  /**
   * The mean number of steps until one mutant has taken over or died out (Antal & Scheuring 2006).
   */
  public OptionalDouble time() {
    double sum = 0;
    double times = 0;
    for (int at = 1; at < size; at++) {
      sum = sum * Math.exp(logRatio(at)) + 1 / up[at];
      times += sum;
    }
    return finite(times * fixation(1));
  }

  /**
   * The mean number of steps until one mutant has taken over, where it does (Antal & Scheuring
   * 2006).
   */
  public OptionalDouble conditionalTime() {
    double sum = 0;
    double times = 0;
    for (int at = 1; at < size; at++) {
      sum = sum * Math.exp(logRatio(at)) + fixation(at) / up[at];
      times += sum;
    }
    return finite(times);
  }

  /**
   * How much of the time there are so many mutants, from none to all, with mutation: pi_{i+1} /
   * pi_i = u_i / d_{i+1}.
   */
  public double[] stationary() {
    if (population.mutation() == 0) {
      throw FinitePopulation.invalid(
          "no mutation, so that the population ends at one type or the other",
          "Give a chance of mutation above 0");
    }
    double[] logarithms = new double[size + 1];
    double all = 0;
    for (int mutants = 1; mutants <= size; mutants++) {
      logarithms[mutants] =
          logarithms[mutants - 1] + Math.log(up[mutants - 1]) - Math.log(down[mutants]);
      all = Logarithms.sum(all, logarithms[mutants]);
    }
    double[] stationary = new double[size + 1];
    for (int mutants = 0; mutants <= size; mutants++) {
      stationary[mutants] = Math.exp(logarithms[mutants] - all);
    }
    return stationary;
  }

  private static OptionalDouble finite(double time) {
    return Double.isFinite(time) ? OptionalDouble.of(time) : OptionalDouble.empty();
  }

  private int[] counts(int mutants) {
    int[] counts = new int[2];
    counts[mutant] = mutants;
    counts[1 - mutant] = size - mutants;
    return counts;
  }
}
