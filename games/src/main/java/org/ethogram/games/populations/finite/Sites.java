package org.ethogram.games.populations.finite;

import java.util.random.RandomGenerator;
import org.ethogram.games.networks.Graph;
import org.ethogram.games.populations.PayoffMatrix;

/**
 * A population on a graph, one individual a node, that earns its mean payoff from its neighbours. A
 * step costs time in the neighbours of one node.
 */
final class Sites implements Living {
  /** Beyond this difference of log fitness the weakest could not be told from the dead. */
  private static final double STRONGEST = 500;

  private final FinitePopulation population;
  private final Selection selection;
  private final PayoffMatrix payoffs;
  private final Graph graph;
  private final double best;
  private final int[] types;
  private final int[] counts;
  private final double[] earned;
  private final WeightTree weights;
  private final boolean weighted;
  private double[] candidates = new double[8];

  Sites(FinitePopulation population, Graph graph, int[] types) {
    this.population = population;
    this.selection = population.selection();
    this.payoffs = population.payoffs();
    this.graph = graph;
    this.types = types;
    this.counts = new int[payoffs.size()];
    this.earned = new double[types.length];
    this.best = extreme(payoffs, 1);
    this.weights = new WeightTree(types.length);
    this.weighted = population.rule() == UpdateRule.BIRTH_DEATH;
    for (int node = 0; node < types.length; node++) {
      counts[types[node]]++;
      for (int index = 0; index < graph.degree(node); index++) {
        earned[node] += payoffs.payoff(types[node], types[graph.neighbour(node, index)]);
      }
      weigh(node);
    }
  }

  static void check(FinitePopulation population, Graph graph) {
    for (int node = 0; node < graph.nodes(); node++) {
      if (graph.degree(node) == 0) {
        throw FinitePopulation.invalid(
            "node '" + graph.label(node) + "' of graph '" + graph.name() + "' has no neighbour",
            "Leave it out or connect it");
      }
    }
    if (population.rule() == UpdateRule.WRIGHT_FISHER) {
      throw FinitePopulation.invalid(
          "generations that change all at once on a graph",
          "Choose another rule, or leave the graph out");
    }
    double range =
        population.selection().logFitness(extreme(population.payoffs(), 1))
            - population.selection().logFitness(extreme(population.payoffs(), -1));
    if (range > STRONGEST) {
      throw FinitePopulation.invalid(
          "a best payoff whose fitness is exp(%.0f) times that of the worst".formatted(range),
          "Lower the intensity of selection, or take the rule that imitates the best");
    }
  }

  /** Who stands where: as many of each type as wanted, in random order. */
  static int[] placed(int[] counts, RandomGenerator random) {
    int size = 0;
    for (int count : counts) {
      size += count;
    }
    int[] types = new int[size];
    int node = 0;
    for (int type = 0; type < counts.length; type++) {
      for (int placed = 0; placed < counts[type]; placed++) {
        types[node++] = type;
      }
    }
    for (int last = size - 1; last > 0; last--) {
      int other = random.nextInt(last + 1);
      int kept = types[last];
      types[last] = types[other];
      types[other] = kept;
    }
    return types;
  }

  private static double extreme(PayoffMatrix payoffs, int sign) {
    double most = Double.NEGATIVE_INFINITY;
    for (int type = 0; type < payoffs.size(); type++) {
      for (int from = 0; from < payoffs.size(); from++) {
        most = Math.max(most, sign * payoffs.payoff(type, from));
      }
    }
    return sign * most;
  }

  @Override
  public int[] counts() {
    return counts;
  }

  @Override
  public boolean isUniform() {
    return counts[types[0]] == types.length;
  }

  @Override
  public void step(RandomGenerator random) {
    switch (population.rule()) {
      case BIRTH_DEATH -> {
        int parent = weights.drawn(random);
        replace(neighbour(parent, random), mutated(types[parent], random));
      }
      case DEATH_BIRTH -> {
        int dead = random.nextInt(types.length);
        replace(dead, mutated(types[fittestByChance(dead, random)], random));
      }
      case PAIRWISE_COMPARISON -> compare(random);
      case IMITATE_BEST -> imitate(random);
      case WRIGHT_FISHER -> throw new IllegalStateException("checked at construction");
    }
  }

  private void compare(RandomGenerator random) {
    int focal = random.nextInt(types.length);
    if (mutates(random)) {
      replace(focal, other(types[focal], random));
      return;
    }
    int model = neighbour(focal, random);
    if (types[model] != types[focal]) {
      double odds =
          Math.exp(selection.logFitness(payoff(focal)) - selection.logFitness(payoff(model)));
      if (random.nextDouble() * (1 + odds) < 1) {
        replace(focal, types[model]);
      }
    }
  }

  private void imitate(RandomGenerator random) {
    int focal = random.nextInt(types.length);
    if (mutates(random)) {
      replace(focal, other(types[focal], random));
      return;
    }
    int model = focal;
    int ties = 0;
    for (int index = 0; index < graph.degree(focal); index++) {
      int neighbour = graph.neighbour(focal, index);
      if (payoff(neighbour) > payoff(model)) {
        model = neighbour;
        ties = 1;
      } else if (model != focal && payoff(neighbour) == payoff(model)) {
        model = random.nextInt(++ties) == 0 ? neighbour : model;
      }
    }
    replace(focal, types[model]);
  }

  /** A neighbour drawn by fitness. */
  private int fittestByChance(int node, RandomGenerator random) {
    int degree = graph.degree(node);
    if (candidates.length < degree) {
      candidates = new double[degree];
    }
    double sum = 0;
    for (int index = 0; index < degree; index++) {
      candidates[index] = selection.relativeFitness(payoff(graph.neighbour(node, index)), best);
      sum += candidates[index];
    }
    double left = random.nextDouble() * sum;
    int index = 0;
    while (index < degree - 1 && left >= candidates[index]) {
      left -= candidates[index++];
    }
    return graph.neighbour(node, index);
  }

  private int neighbour(int node, RandomGenerator random) {
    return graph.neighbour(node, random.nextInt(graph.degree(node)));
  }

  private double payoff(int node) {
    return earned[node] / graph.degree(node);
  }

  private void weigh(int node) {
    if (weighted) {
      weights.set(node, selection.relativeFitness(payoff(node), best));
    }
  }

  private void replace(int node, int born) {
    int dead = types[node];
    if (dead == born) {
      return;
    }
    types[node] = born;
    counts[dead]--;
    counts[born]++;
    earned[node] = 0;
    for (int index = 0; index < graph.degree(node); index++) {
      int neighbour = graph.neighbour(node, index);
      earned[node] += payoffs.payoff(born, types[neighbour]);
      earned[neighbour] +=
          payoffs.payoff(types[neighbour], born) - payoffs.payoff(types[neighbour], dead);
      weigh(neighbour);
    }
    weigh(node);
  }

  private boolean mutates(RandomGenerator random) {
    return population.mutation() > 0
        && counts.length > 1
        && random.nextDouble() < population.mutation();
  }

  private int mutated(int parent, RandomGenerator random) {
    return mutates(random) ? other(parent, random) : parent;
  }

  private int other(int type, RandomGenerator random) {
    int other = random.nextInt(counts.length - 1);
    return other < type ? other : other + 1;
  }
}
