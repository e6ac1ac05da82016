package org.ethogram.games.populations;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.ethogram.core.ErrorCode;
import org.ethogram.core.EthogramException;
import org.ethogram.core.Seed;

/**
 * A well-mixed finite population of any number of types: at each step one individual, drawn by
 * fitness, has an offspring that takes the place of another, drawn at random (Moran 1958).
 *
 * <p>Nobody plays with itself. A step costs time in the number of types, not of individuals.
 *
 * @param mutation the chance that an offspring is of another type, all others alike
 */
public record MoranProcess(PayoffMatrix payoffs, Selection selection, double mutation) {
  public MoranProcess {
    if (!(mutation >= 0 && mutation <= 1)) {
      throw invalid("a chance of mutation of " + mutation, "Give a number from 0 to 1");
    }
  }

  /**
   * How many there are of each type in the end: after so many steps or, without mutation, as soon
   * as one type is left.
   *
   * @param counts how many there are of each type at first, two at least in all
   */
  public int[] run(int[] counts, long steps, Seed seed) {
    int population = Arrays.stream(counts).sum();
    if (counts.length != payoffs.size()
        || population < 2
        || Arrays.stream(counts).anyMatch(count -> count < 0)) {
      throw invalid(
          "counts " + Arrays.toString(counts) + " of " + payoffs.size() + " types",
          "Give one count a type, and two individuals at least");
    }
    RandomGenerator random = seed.generator();
    int[] now = counts.clone();
    double[] weights = weights(now, population);
    for (long step = 0; step < steps; step++) {
      if (mutation == 0 && Arrays.stream(now).anyMatch(count -> count == population)) {
        return now;
      }
      int born = mutated(drawn(weights, random), random);
      int dead = drawn(now, population, random);
      if (born != dead) {
        now[born]++;
        now[dead]--;
        weights = weights(now, population);
      }
    }
    return now;
  }

  /** The fitness of all individuals of each type together. */
  private double[] weights(int[] counts, int population) {
    double[] weights = new double[counts.length];
    for (int type = 0; type < counts.length; type++) {
      if (counts[type] > 0) {
        double earned = -payoffs.payoff(type, type);
        for (int from = 0; from < counts.length; from++) {
          earned += payoffs.payoff(type, from) * counts[from];
        }
        weights[type] = counts[type] * selection.fitness(earned / (population - 1));
      }
    }
    return weights;
  }

  private int mutated(int parent, RandomGenerator random) {
    if (mutation == 0 || payoffs.size() == 1 || random.nextDouble() >= mutation) {
      return parent;
    }
    int other = random.nextInt(payoffs.size() - 1);
    return other < parent ? other : other + 1;
  }

  private static int drawn(double[] weights, RandomGenerator random) {
    double left = random.nextDouble() * Arrays.stream(weights).sum();
    int last = 0;
    for (int type = 0; type < weights.length; type++) {
      if (weights[type] > 0) {
        last = type;
        left -= weights[type];
        if (left < 0) {
          return type;
        }
      }
    }
    return last;
  }

  private static int drawn(int[] counts, int population, RandomGenerator random) {
    int left = random.nextInt(population);
    int type = 0;
    while (left >= counts[type]) {
      left -= counts[type++];
    }
    return type;
  }

  private static EthogramException invalid(String problem, String remedy) {
    return new EthogramException(ErrorCode.INVALID_DATA, "Moran process", problem, remedy);
  }
}
