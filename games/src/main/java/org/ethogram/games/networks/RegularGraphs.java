package org.ethogram.games.networks;

import java.util.ArrayList;
import java.util.List;

/** Graphs without chance. */
public final class RegularGraphs {
  private static final int LARGEST_OF_ALL_PAIRS = 5_000;

  private RegularGraphs() {}

  /**
   * Everybody next to everybody.
   *
   * @param nodes from 1 to 5000
   */
  public static Graph complete(int nodes) {
    String name = "complete:" + nodes;
    requirePairs(name, nodes);
    return Graph.of(name, nodes, completeEdges(nodes));
  }

  static List<Edge> completeEdges(int nodes) {
    List<Edge> edges = new ArrayList<>();
    for (int one = 0; one < nodes; one++) {
      for (int other = one + 1; other < nodes; other++) {
        edges.add(new Edge(one, other));
      }
    }
    return edges;
  }

  /**
   * A circle.
   *
   * @param nodes at least 3
   * @param reach how many neighbours there are on each side, from 1 to below half of the nodes
   */
  public static Graph ring(int nodes, int reach) {
    String name = reach == 1 ? "ring:" + nodes : "ring:" + nodes + "," + reach;
    requireNodes(name, nodes, 3);
    return Graph.of(name, nodes, ringEdges(name, nodes, reach));
  }

  static List<Edge> ringEdges(String name, int nodes, int reach) {
    if (reach < 1 || 2L * reach >= nodes) {
      throw Graph.invalid(
          name,
          reach + " neighbours on each side among " + nodes + " nodes",
          "Give at least one, and less than half of the nodes");
    }
    List<Edge> edges = new ArrayList<>();
    for (int node = 0; node < nodes; node++) {
      for (int step = 1; step <= reach; step++) {
        edges.add(new Edge(node, (node + step) % nodes));
      }
    }
    return edges;
  }

  /** Node 0 in the middle, next to all others, which are next to nobody else. */
  public static Graph star(int nodes) {
    String name = "star:" + nodes;
    requireNodes(name, nodes, 2);
    List<Edge> edges = new ArrayList<>();
    for (int leaf = 1; leaf < nodes; leaf++) {
      edges.add(new Edge(0, leaf));
    }
    return Graph.of(name, nodes, edges);
  }

  /** Graphs that look at all pairs of nodes stay within what memory and patience hold. */
  static void requirePairs(String name, int nodes) {
    requireNodes(name, nodes, 1);
    if (nodes > LARGEST_OF_ALL_PAIRS) {
      throw Graph.invalid(name, nodes + " nodes", "Give at most " + LARGEST_OF_ALL_PAIRS);
    }
  }

  static void requireNodes(String name, int nodes, int least) {
    if (nodes < least) {
      throw Graph.invalid(name, nodes + " nodes", "Give at least " + least);
    }
  }
}
