package org.ethogram.games.populations.finite;

import java.util.Arrays;

/** The exact probabilities of what one step does to a well-mixed population. */
final class Step {
  private final FinitePopulation population;
  private final int[] counts;

  /**
   * @param counts of each type now
   */
  Step(FinitePopulation population, int... counts) {
    this.population = population;
    this.counts = counts.clone();
  }

  /** For each type the probability that one of it gives way to one of each other type. */
  double[][] replacements() {
    return switch (population.rule()) {
      case BIRTH_DEATH -> birthDeath();
      case DEATH_BIRTH -> deathBirth();
      case PAIRWISE_COMPARISON -> imitation(this::comparison);
      case IMITATE_BEST -> imitation(this::best);
      case WRIGHT_FISHER ->
          throw FinitePopulation.invalid(
              "generations that change all at once have no single replacement",
              "Choose another rule, or the chain of all compositions");
    };
  }

  /** The probability that one born into the next generation is of each type. */
  double[] offspring() {
    double[] weights = population.fitness(counts);
    for (int type = 0; type < weights.length; type++) {
      weights[type] *= counts[type];
    }
    return mutated(weights);
  }

  private double[][] birthDeath() {
    double[] born = offspring();
    double[][] replacements = new double[counts.length][];
    for (int dead = 0; dead < counts.length; dead++) {
      replacements[dead] = scaled(born, counts[dead] / (double) size(), dead);
    }
    return replacements;
  }

  private double[][] deathBirth() {
    double[] fitness = population.fitness(counts);
    double[][] replacements = new double[counts.length][counts.length];
    for (int dead = 0; dead < counts.length; dead++) {
      if (counts[dead] > 0) {
        double[] weights = new double[counts.length];
        for (int type = 0; type < weights.length; type++) {
          weights[type] = fitness[type] * (counts[type] - (type == dead ? 1 : 0));
        }
        replacements[dead] = scaled(mutated(weights), counts[dead] / (double) size(), dead);
      }
    }
    return replacements;
  }

  /** What one of a type becomes when it imitates. */
  private interface Imitation {
    double[] becomes(int type, double[] earned);
  }

  private double[][] imitation(Imitation imitation) {
    double[] earned = population.earnings(counts);
    double[][] replacements = new double[counts.length][counts.length];
    for (int type = 0; type < counts.length; type++) {
      if (counts[type] > 0) {
        double[] becomes = imitation.becomes(type, earned);
        for (int other = 0; other < counts.length && counts.length > 1; other++) {
          becomes[other] =
              becomes[other] * (1 - population.mutation())
                  + population.mutation() / (counts.length - 1);
        }
        replacements[type] = scaled(becomes, counts[type] / (double) size(), type);
      }
    }
    return replacements;
  }

  private double[] comparison(int type, double[] earned) {
    Selection selection = population.selection();
    double[] becomes = new double[counts.length];
    for (int other = 0; other < counts.length; other++) {
      if (other != type && counts[other] > 0) {
        double odds =
            Math.exp(selection.logFitness(earned[type]) - selection.logFitness(earned[other]));
        becomes[other] = counts[other] / (size() - 1.0) / (1 + odds);
      }
    }
    return becomes;
  }

  private double[] best(int type, double[] earned) {
    double most = earned[type];
    for (int other = 0; other < counts.length; other++) {
      most = counts[other] > 0 ? Math.max(most, earned[other]) : most;
    }
    double[] becomes = new double[counts.length];
    if (earned[type] < most) {
      for (int other = 0; other < counts.length; other++) {
        becomes[other] = earned[other] == most ? counts[other] : 0;
      }
      normalise(becomes);
    }
    return becomes;
  }

  private double[] mutated(double[] weights) {
    normalise(weights);
    double mutation = population.mutation();
    for (int type = 0; type < weights.length && weights.length > 1; type++) {
      weights[type] =
          weights[type] * (1 - mutation) + (1 - weights[type]) * mutation / (weights.length - 1);
    }
    return weights;
  }

  private static void normalise(double[] weights) {
    double sum = Arrays.stream(weights).sum();
    for (int type = 0; type < weights.length; type++) {
      weights[type] /= sum;
    }
  }

  private static double[] scaled(double[] probabilities, double by, int except) {
    double[] scaled = Arrays.stream(probabilities).map(p -> p * by).toArray();
    scaled[except] = 0;
    return scaled;
  }

  private int size() {
    return Arrays.stream(counts).sum();
  }
}
