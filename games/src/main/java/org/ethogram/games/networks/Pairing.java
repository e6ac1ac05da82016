package org.ethogram.games.networks;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * Ends of edges, as many a node as its degree, that are paired at random; pairs that would be a
 * loop or a second edge go back (Steger & Wormald 1999).
 */
final class Pairing {
  private Pairing() {}

  /** The edges, fewer than wanted where the last ends could not be paired. */
  static Set<Edge> draw(int nodes, int degree, RandomGenerator random) {
    int[] ends = new int[nodes * degree];
    for (int end = 0; end < ends.length; end++) {
      ends[end] = end % nodes;
    }
    Set<Edge> edges = new LinkedHashSet<>();
    int open = ends.length;
    int before = open + 1;
    while (open > 0 && (open < before || canPair(ends, open, edges))) {
      before = open;
      shuffle(ends, open, random);
      int left = 0;
      for (int end = 0; end < open; end += 2) {
        int one = ends[end];
        int other = ends[end + 1];
        if (one == other || !edges.add(RandomGraphs.ordered(one, other))) {
          ends[left++] = one;
          ends[left++] = other;
        }
      }
      open = left;
    }
    return edges;
  }

  private static boolean canPair(int[] ends, int open, Set<Edge> edges) {
    for (int i = 0; i < open; i++) {
      for (int j = i + 1; j < open; j++) {
        if (ends[i] != ends[j] && !edges.contains(RandomGraphs.ordered(ends[i], ends[j]))) {
          return true;
        }
      }
    }
    return false;
  }

  private static void shuffle(int[] ends, int open, RandomGenerator random) {
    for (int last = open - 1; last > 0; last--) {
      int drawn = random.nextInt(last + 1);
      int kept = ends[last];
      ends[last] = ends[drawn];
      ends[drawn] = kept;
    }
  }
}
