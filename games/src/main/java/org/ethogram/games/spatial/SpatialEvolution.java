package org.ethogram.games.spatial;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.ethogram.core.ErrorCode;
import org.ethogram.core.EthogramException;
import org.ethogram.core.Progress;
import org.ethogram.core.Seed;
import org.ethogram.games.networks.Graph;
import org.ethogram.games.populations.PayoffMatrix;

/**
 * Nodes of a graph that play with their neighbours and imitate those who earn more (Nowak & May
 * 1992, Evolutionary games and spatial chaos).
 *
 * @param payoffs what each type earns from each
 * @param selfInteraction whether a node also plays with itself, as in Nowak & May 1992
 * @param mean whether a node's payoff is the mean over those it plays with; else it is the sum
 * @param synchronous whether all nodes change at once; else one node, drawn at random, at a time,
 *     and a generation is as many changes as there are nodes
 */
public record SpatialEvolution(
    Graph graph,
    PayoffMatrix payoffs,
    UpdateRule rule,
    boolean selfInteraction,
    boolean mean,
    boolean synchronous) {

  /**
   * The types of all nodes after each generation, the start first.
   *
   * @param start a type for each node
   * @throws EthogramException {@code INVALID_DATA} when the start does not fit the graph
   */
  public List<int[]> generations(int[] start, int count, Seed seed, Progress progress) {
    check(start);
    RandomGenerator random = seed.derive("spatial evolution").generator();
    List<int[]> generations = new ArrayList<>(List.of(start.clone()));
    try (Progress.Task task = progress.begin("spatial evolution", count, "generations")) {
      for (int generation = 1; generation <= count; generation++) {
        int[] types = generations.getLast();
        generations.add(synchronous ? together(types, random) : oneByOne(types, random));
        task.report(generation, Map.of());
      }
    }
    return generations;
  }

  /** How many nodes there are of each type. */
  public int[] counts(int[] types) {
    int[] counts = new int[payoffs.size()];
    for (int type : types) {
      counts[type]++;
    }
    return counts;
  }

  private int[] together(int[] types, RandomGenerator random) {
    double[] earned = new double[types.length];
    for (int node = 0; node < types.length; node++) {
      earned[node] = earned(types, node);
    }
    int[] next = new int[types.length];
    for (int node = 0; node < types.length; node++) {
      next[node] =
          switch (rule) {
            case UpdateRule.ImitateBest() -> best(types, earned, node, random);
            case UpdateRule.Fermi fermi -> imitated(fermi, types, node, random, earned);
          };
    }
    return next;
  }

  private int[] oneByOne(int[] types, RandomGenerator random) {
    int[] next = types.clone();
    double[] earned = new double[types.length];
    for (int change = 0; change < types.length; change++) {
      int node = random.nextInt(types.length);
      earned[node] = earned(next, node);
      graph.neighbours(node).forEach(other -> earned[other] = earned(next, other));
      next[node] =
          switch (rule) {
            case UpdateRule.ImitateBest() -> best(next, earned, node, random);
            case UpdateRule.Fermi fermi -> imitated(fermi, next, node, random, earned);
          };
    }
    return next;
  }

  private int imitated(
      UpdateRule.Fermi fermi, int[] types, int node, RandomGenerator random, double[] earned) {
    if (graph.degree(node) == 0) {
      return types[node];
    }
    int other = graph.neighbour(node, random.nextInt(graph.degree(node)));
    boolean imitates = random.nextDouble() < fermi.chance(earned[node], earned[other]);
    return imitates ? types[other] : types[node];
  }

  private int best(int[] types, double[] earned, int node, RandomGenerator random) {
    double best = earned[node];
    int chosen = types[node];
    int asGood = 0;
    for (int index = 0; index < graph.degree(node); index++) {
      int other = graph.neighbour(node, index);
      if (earned[other] > best) {
        best = earned[other];
        chosen = types[other];
        asGood = 1;
      } else if (earned[other] == best && asGood > 0) {
        asGood++;
        chosen = types[other] != chosen && random.nextInt(asGood) == 0 ? types[other] : chosen;
      }
    }
    return chosen;
  }

  /** Summed by type, so that neighbourhoods alike in number earn alike to the last digit. */
  private double earned(int[] types, int node) {
    int[] met = new int[payoffs.size()];
    met[types[node]] += selfInteraction ? 1 : 0;
    int degree = graph.degree(node);
    for (int index = 0; index < degree; index++) {
      met[types[graph.neighbour(node, index)]]++;
    }
    double sum = 0;
    for (int type = 0; type < met.length; type++) {
      sum += met[type] == 0 ? 0 : met[type] * payoffs.payoff(types[node], type);
    }
    int played = degree + (selfInteraction ? 1 : 0);
    return mean && played > 0 ? sum / played : sum;
  }

  private void check(int[] start) {
    if (start.length != graph.nodes()) {
      throw invalid(
          start.length + " types for " + graph.nodes() + " nodes", "Give one type a node");
    }
    for (int type : start) {
      if (type < 0 || type >= payoffs.size()) {
        throw invalid("type " + type + " of " + payoffs.size(), "Number the types from 0");
      }
    }
  }

  private EthogramException invalid(String problem, String remedy) {
    return new EthogramException(
        ErrorCode.INVALID_DATA, "spatial evolution on '" + graph.name() + "'", problem, remedy);
  }
}
