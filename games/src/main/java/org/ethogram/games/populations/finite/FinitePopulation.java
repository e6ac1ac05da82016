package org.ethogram.games.populations.finite;

import java.util.Arrays;
import org.ethogram.core.ErrorCode;
import org.ethogram.core.EthogramException;
import org.ethogram.games.populations.PayoffMatrix;

/**
 * How a finite population of these types changes.
 *
 * @param mutation the chance that an offspring, or one that imitates, becomes of another type, all
 *     others alike
 */
public record FinitePopulation(
    PayoffMatrix payoffs, UpdateRule rule, Selection selection, double mutation) {
  public FinitePopulation {
    if (!(mutation >= 0 && mutation <= 1)) {
      throw invalid("a chance of mutation of " + mutation, "Give a number from 0 to 1");
    }
  }

  /** The same with other payoffs. */
  public FinitePopulation with(PayoffMatrix others) {
    return new FinitePopulation(others, rule, selection, mutation);
  }

  /**
   * What each type earns on average in a well-mixed population, nobody playing with itself.
   *
   * @param counts of each type, two at least in all
   */
  double[] earnings(int[] counts) {
    int population = Arrays.stream(counts).sum();
    double[] earned = new double[counts.length];
    for (int type = 0; type < earned.length; type++) {
      double sum = -payoffs.payoff(type, type);
      for (int from = 0; from < counts.length; from++) {
        sum += payoffs.payoff(type, from) * counts[from];
      }
      earned[type] = sum / (population - 1);
    }
    return earned;
  }

  /** The fitness of one of each type in proportion to the fittest that is there. */
  double[] fitness(int[] counts) {
    double[] earned = earnings(counts);
    double best = Double.NEGATIVE_INFINITY;
    for (int type = 0; type < counts.length; type++) {
      best = counts[type] > 0 ? Math.max(best, earned[type]) : best;
    }
    double[] fitness = new double[counts.length];
    for (int type = 0; type < counts.length; type++) {
      fitness[type] = counts[type] > 0 ? selection.relativeFitness(earned[type], best) : 0;
    }
    return fitness;
  }

  static int checkedSize(int size) {
    if (size < 2) {
      throw invalid("a population of " + size, "Give at least two individuals");
    }
    return size;
  }

  /** How many there are in all. */
  int checkedSize(int[] counts) {
    if (counts.length != payoffs.size() || Arrays.stream(counts).anyMatch(count -> count < 0)) {
      throw invalid(
          "counts " + Arrays.toString(counts) + " of " + payoffs.size() + " types",
          "Give one count of at least 0 a type");
    }
    return checkedSize(Arrays.stream(counts).sum());
  }

  static EthogramException invalid(String problem, String remedy) {
    return new EthogramException(ErrorCode.INVALID_DATA, "finite population", problem, remedy);
  }
}
