package org.ethogram.games.networks;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.ethogram.core.Seed;

/** Graphs that are drawn; the same seed gives the same graph. They need not be connected. */
public final class RandomGraphs {
  private static final int PATIENCE = 10_000;

  private RandomGraphs() {}

  /**
   * Every node with as many neighbours, nearly uniform among such graphs (Steger & Wormald 1999).
   *
   * @param degree from 0 to below the nodes; nodes times degree is even
   */
  public static Graph regular(int nodes, int degree, Seed seed) {
    String name = "regular:" + nodes + "," + degree;
    RegularGraphs.requireNodes(name, nodes, 1);
    if (degree < 0 || degree >= nodes || (long) nodes * degree % 2 != 0) {
      throw Graph.invalid(
          name,
          nodes + " nodes of degree " + degree,
          "Give a degree below the nodes, with nodes times degree even");
    }
    if (2 * degree >= nodes) {
      RegularGraphs.requirePairs(name, nodes);
      Graph complement = regular(nodes, nodes - 1 - degree, seed);
      List<Edge> edges =
          RegularGraphs.completeEdges(nodes).stream()
              .filter(edge -> !complement.areNeighbours(edge.one(), edge.other()))
              .toList();
      return Graph.of(name, nodes, edges);
    }
    RandomGenerator random = seed.derive("regular graph").generator();
    for (int attempt = 0; attempt < PATIENCE; attempt++) {
      Set<Edge> edges = Pairing.draw(nodes, degree, random);
      if (edges.size() * 2 == nodes * degree) {
        return Graph.of(name, nodes, edges);
      }
    }
    throw Graph.invalid(name, "no such graph was found", "Give another seed or degree");
  }

  /**
   * Every possible edge with the same chance, independently (Gilbert 1959; Erdos & Renyi 1959).
   *
   * @param nodes from 1 to 5000
   * @param chance from 0 to 1
   */
  public static Graph independent(int nodes, double chance, Seed seed) {
    String name = "random:" + nodes + "," + chance;
    RegularGraphs.requirePairs(name, nodes);
    requireChance(name, chance);
    RandomGenerator random = seed.derive("random graph").generator();
    List<Edge> edges = new ArrayList<>();
    for (int one = 0; one < nodes; one++) {
      for (int other = one + 1; other < nodes; other++) {
        if (random.nextDouble() < chance) {
          edges.add(new Edge(one, other));
        }
      }
    }
    return Graph.of(name, nodes, edges);
  }

  /**
   * A ring some of whose edges have one end moved to a node drawn at random (Watts & Strogatz
   * 1998).
   *
   * @param reach neighbours on each side of the ring
   * @param chance of an edge to be moved, from 0 to 1
   */
  public static Graph smallWorld(int nodes, int reach, double chance, Seed seed) {
    String name = "small-world:" + nodes + "," + reach + "," + chance;
    RegularGraphs.requireNodes(name, nodes, 3);
    requireChance(name, chance);
    Set<Edge> edges = new LinkedHashSet<>();
    int[] degrees = new int[nodes];
    for (Edge edge : RegularGraphs.ringEdges(name, nodes, reach)) {
      edges.add(ordered(edge.one(), edge.other()));
      degrees[edge.one()]++;
      degrees[edge.other()]++;
    }
    RandomGenerator random = seed.derive("small world").generator();
    for (int step = 1; step <= reach; step++) {
      for (int node = 0; node < nodes; node++) {
        int far = (node + step) % nodes;
        if (random.nextDouble() < chance && degrees[node] < nodes - 1) {
          int moved = random.nextInt(nodes);
          while (moved == node || edges.contains(ordered(node, moved))) {
            moved = random.nextInt(nodes);
          }
          edges.remove(ordered(node, far));
          edges.add(ordered(node, moved));
          degrees[far]--;
          degrees[moved]++;
        }
      }
    }
    return Graph.of(name, nodes, edges);
  }

  /**
   * Nodes join one by one and choose whom to be next to in proportion to how many neighbours it has
   * (Barabasi & Albert 1999), beginning with a complete graph of one node more than each chooses.
   *
   * @param links how many each newcomer chooses, from 1 to below the nodes
   */
  public static Graph scaleFree(int nodes, int links, Seed seed) {
    String name = "scale-free:" + nodes + "," + links;
    RegularGraphs.requireNodes(name, nodes, 2);
    if (links < 1 || links >= nodes) {
      throw Graph.invalid(
          name, links + " links a newcomer", "Give at least 1, and less than the nodes");
    }
    RandomGenerator random = seed.derive("scale-free graph").generator();
    List<Edge> edges = new ArrayList<>(RegularGraphs.completeEdges(links + 1));
    List<Integer> ends = new ArrayList<>();
    edges.forEach(edge -> ends.addAll(List.of(edge.one(), edge.other())));
    for (int newcomer = links + 1; newcomer < nodes; newcomer++) {
      Set<Integer> chosen = new LinkedHashSet<>();
      while (chosen.size() < links) {
        chosen.add(ends.get(random.nextInt(ends.size())));
      }
      for (int neighbour : chosen) {
        edges.add(new Edge(neighbour, newcomer));
        ends.addAll(List.of(neighbour, newcomer));
      }
    }
    return Graph.of(name, nodes, edges);
  }

  static Edge ordered(int one, int other) {
    return new Edge(Math.min(one, other), Math.max(one, other));
  }

  private static void requireChance(String name, double chance) {
    if (!(chance >= 0 && chance <= 1)) {
      throw Graph.invalid(name, "a chance of " + chance, "Give a number from 0 to 1");
    }
  }
}
