package org.ethogram.games.populations.finite;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.ethogram.games.populations.PayoffMatrix;

/**
 * A population in which everybody meets everybody, known by how many there are of each type. A step
 * costs time in the number of types, not of individuals.
 */
final class WellMixed implements Living {
  /** Sums that are kept up by differences are added up anew so often, in changes. */
  private static final int REFRESH = 1 << 16;

  private final UpdateRule rule;
  private final Selection selection;
  private final double mutation;
  private final PayoffMatrix payoffs;
  private final int size;
  private final int[] counts;

  /** What each type would earn from everybody but one of its own kind. */
  private final double[] earned;

  private final double[] fitness;
  private final double[] weights;
  private boolean stale = true;
  private int changes;

  WellMixed(FinitePopulation population, int[] counts) {
    this.rule = population.rule();
    this.selection = population.selection();
    this.mutation = population.mutation();
    this.payoffs = population.payoffs();
    this.size = Arrays.stream(counts).sum();
    this.counts = counts.clone();
    this.earned = new double[counts.length];
    this.fitness = new double[counts.length];
    this.weights = new double[counts.length];
    addUp();
  }

  @Override
  public int[] counts() {
    return counts;
  }

  @Override
  public boolean isUniform() {
    for (int count : counts) {
      if (count == size) {
        return true;
      }
    }
    return false;
  }

  @Override
  public void step(RandomGenerator random) {
    switch (rule) {
      case BIRTH_DEATH -> {
        int born = mutated(parent(random), random);
        replace(anybody(random), born);
      }
      case DEATH_BIRTH -> {
        int dead = anybody(random);
        counts[dead]--;
        int born = mutated(parent(random), random);
        counts[dead]++;
        replace(dead, born);
      }
      case PAIRWISE_COMPARISON -> compare(random);
      case IMITATE_BEST -> imitate(random);
      case WRIGHT_FISHER -> generation(random);
    }
  }

  private void compare(RandomGenerator random) {
    int focal = anybody(random);
    if (mutates(random)) {
      replace(focal, other(focal, random));
      return;
    }
    counts[focal]--;
    int model = drawn(counts, size - 1, random);
    counts[focal]++;
    if (model != focal) {
      double odds =
          Math.exp(selection.logFitness(payoff(focal)) - selection.logFitness(payoff(model)));
      if (random.nextDouble() * (1 + odds) < 1) {
        replace(focal, model);
      }
    }
  }

  private void imitate(RandomGenerator random) {
    int focal = anybody(random);
    if (mutates(random)) {
      replace(focal, other(focal, random));
      return;
    }
    double best = payoff(focal);
    int many = 0;
    for (int type = 0; type < counts.length; type++) {
      best = counts[type] > 0 ? Math.max(best, payoff(type)) : best;
    }
    if (payoff(focal) < best) {
      int[] among = new int[counts.length];
      for (int type = 0; type < counts.length; type++) {
        among[type] = payoff(type) == best ? counts[type] : 0;
        many += among[type];
      }
      replace(focal, drawn(among, many, random));
    }
  }

  private void generation(RandomGenerator random) {
    refreshFitness();
    double sum = 0;
    for (int type = 0; type < counts.length; type++) {
      weights[type] = counts[type] * fitness[type];
      sum += weights[type];
    }
    int[] next = new int[counts.length];
    for (int born = 0; born < size; born++) {
      next[mutated(drawn(weights, sum, random), random)]++;
    }
    System.arraycopy(next, 0, counts, 0, next.length);
    addUp();
  }

  /** A type by the fitness of all its members that are there now. */
  private int parent(RandomGenerator random) {
    refreshFitness();
    double sum = 0;
    for (int type = 0; type < counts.length; type++) {
      weights[type] = counts[type] * fitness[type];
      sum += weights[type];
    }
    return drawn(weights, sum, random);
  }

  private void refreshFitness() {
    if (!stale) {
      return;
    }
    double best = Double.NEGATIVE_INFINITY;
    for (int type = 0; type < counts.length; type++) {
      if (counts[type] > 0) {
        best = Math.max(best, payoff(type));
      }
    }
    for (int type = 0; type < counts.length; type++) {
      fitness[type] = counts[type] > 0 ? selection.relativeFitness(payoff(type), best) : 0;
    }
    stale = false;
  }

  private double payoff(int type) {
    return earned[type] / (size - 1);
  }

  private void replace(int dead, int born) {
    if (dead == born) {
      return;
    }
    counts[dead]--;
    counts[born]++;
    if (++changes == REFRESH) {
      addUp();
      return;
    }
    for (int type = 0; type < counts.length; type++) {
      earned[type] += payoffs.payoff(type, born) - payoffs.payoff(type, dead);
    }
    stale = true;
  }

  private void addUp() {
    for (int type = 0; type < counts.length; type++) {
      double sum = -payoffs.payoff(type, type);
      for (int from = 0; from < counts.length; from++) {
        sum += payoffs.payoff(type, from) * counts[from];
      }
      earned[type] = sum;
    }
    stale = true;
    changes = 0;
  }

  private boolean mutates(RandomGenerator random) {
    return mutation > 0 && counts.length > 1 && random.nextDouble() < mutation;
  }

  private int mutated(int parent, RandomGenerator random) {
    return mutates(random) ? other(parent, random) : parent;
  }

  private int other(int type, RandomGenerator random) {
    int other = random.nextInt(counts.length - 1);
    return other < type ? other : other + 1;
  }

  private int anybody(RandomGenerator random) {
    return drawn(counts, size, random);
  }

  private static int drawn(int[] counts, int sum, RandomGenerator random) {
    int left = random.nextInt(sum);
    int type = 0;
    while (left >= counts[type]) {
      left -= counts[type++];
    }
    return type;
  }

  private static int drawn(double[] weights, double sum, RandomGenerator random) {
    double left = random.nextDouble() * sum;
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
}
