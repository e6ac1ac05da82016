package org.ethogram.games.networks;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;
import org.ethogram.core.ErrorCode;
import org.ethogram.core.EthogramException;

/**
 * A graph without directions, loops or weights: nodes 0, 1, 2... and who is next to whom.
 *
 * <p>Immutable. Neighbours stand in the order of their numbers.
 */
public final class Graph {
  private final String name;
  private final List<String> labels;
  private final int[][] neighbours;

  private Graph(String name, List<String> labels, int[][] neighbours) {
    this.name = name;
    this.labels = labels;
    this.neighbours = neighbours;
  }

  /**
   * @param name as readers know the graph, such as {@code ring:20}
   * @param nodes at least 1; their labels are their numbers
   * @param edges between nodes of the graph; an edge that is there twice counts once
   * @throws EthogramException {@code INVALID_DATA} for a loop or a node that is not there
   */
  public static Graph of(String name, int nodes, Collection<Edge> edges) {
    return of(name, IntStream.range(0, nodes).mapToObj(Integer::toString).toList(), edges);
  }

  /** A graph whose nodes have labels of their own. */
  public static Graph of(String name, List<String> labels, Collection<Edge> edges) {
    int nodes = labels.size();
    if (nodes == 0) {
      throw invalid(name, "no nodes", "Give at least one node");
    }
    int[] degrees = new int[nodes];
    for (Edge edge : edges) {
      if (Math.min(edge.one(), edge.other()) < 0 || Math.max(edge.one(), edge.other()) >= nodes) {
        throw invalid(
            name,
            "edge " + edge.one() + "-" + edge.other() + " among " + nodes + " nodes",
            "Number the nodes from 0");
      }
      if (edge.one() == edge.other()) {
        throw invalid(
            name, "node " + labels.get(edge.one()) + " next to itself", "Leave loops out");
      }
      degrees[edge.one()]++;
      degrees[edge.other()]++;
    }
    int[][] neighbours = Arrays.stream(degrees).mapToObj(int[]::new).toArray(int[][]::new);
    for (Edge edge : edges) {
      neighbours[edge.one()][--degrees[edge.one()]] = edge.other();
      neighbours[edge.other()][--degrees[edge.other()]] = edge.one();
    }
    for (int node = 0; node < nodes; node++) {
      neighbours[node] = Arrays.stream(neighbours[node]).sorted().distinct().toArray();
    }
    return new Graph(name, List.copyOf(labels), neighbours);
  }

  public String name() {
    return name;
  }

  /** How many nodes there are. */
  public int nodes() {
    return neighbours.length;
  }

  /** What a node is called where the graph was written down. */
  public String label(int node) {
    return labels.get(node);
  }

  public int degree(int node) {
    return neighbours[node].length;
  }

  /** The neighbour of this index, from 0 to below the degree. */
  public int neighbour(int node, int index) {
    return neighbours[node][index];
  }

  public IntStream neighbours(int node) {
    return Arrays.stream(neighbours[node]);
  }

  public boolean areNeighbours(int one, int other) {
    return Arrays.binarySearch(neighbours[one], other) >= 0;
  }

  /** Every edge once, the lower number first. */
  public List<Edge> edges() {
    return IntStream.range(0, nodes())
        .boxed()
        .flatMap(
            node ->
                neighbours(node)
                    .filter(neighbour -> neighbour > node)
                    .mapToObj(neighbour -> new Edge(node, neighbour)))
        .toList();
  }

  /** Whether every node can be reached from every other. */
  public boolean isConnected() {
    boolean[] reached = new boolean[nodes()];
    int[] queue = new int[nodes()];
    int found = 1;
    reached[0] = true;
    for (int next = 0; next < found; next++) {
      for (int neighbour : neighbours[queue[next]]) {
        if (!reached[neighbour]) {
          reached[neighbour] = true;
          queue[found++] = neighbour;
        }
      }
    }
    return found == nodes();
  }

  /** Whether all nodes have as many neighbours. */
  public boolean isRegular() {
    return Arrays.stream(neighbours).allMatch(one -> one.length == degree(0));
  }

  static EthogramException invalid(String name, String problem, String remedy) {
    return new EthogramException(ErrorCode.INVALID_DATA, "graph '" + name + "'", problem, remedy);
  }

  @Override
  public String toString() {
    return name + " (" + nodes() + " nodes, " + edges().size() + " edges)";
  }
}
