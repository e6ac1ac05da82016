package org.ethogram.games.populations.finite;

import java.util.random.RandomGenerator;

/** Places with weights, one drawn in proportion, in the logarithm of their number. */
final class WeightTree {
  private final int leaves;

  /** Node i is the sum of 2i and 2i + 1; the weights stand from {@code leaves} on. */
  private final double[] sums;

  WeightTree(int places) {
    this.leaves = Math.max(2, Integer.highestOneBit(places - 1) << 1);
    this.sums = new double[2 * leaves];
  }

  void set(int place, double weight) {
    int node = leaves + place;
    sums[node] = weight;
    while (node > 1) {
      node >>= 1;
      sums[node] = sums[2 * node] + sums[2 * node + 1];
    }
  }

  int drawn(RandomGenerator random) {
    double left = random.nextDouble() * sums[1];
    int node = 1;
    while (node < leaves) {
      node <<= 1;
      if (left >= sums[node] && sums[node + 1] > 0) {
        left -= sums[node];
        node++;
      }
    }
    return node - leaves;
  }
}
