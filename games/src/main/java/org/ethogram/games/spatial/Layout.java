package org.ethogram.games.spatial;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.ethogram.core.ErrorCode;
import org.ethogram.core.EthogramException;
import org.ethogram.core.Seed;

/** Who stands where at the beginning: a type for each node. */
public final class Layout {
  private Layout() {}

  /** The types in turn, node by node. */
  public static int[] inTurn(int nodes, int types) {
    int[] layout = new int[nodes];
    Arrays.setAll(layout, node -> node % types);
    return layout;
  }

  /**
   * Each node's type drawn by the weights, independently.
   *
   * @param weights at least 0, one above 0
   */
  public static int[] drawn(int nodes, double[] weights, Seed seed) {
    double sum = Arrays.stream(weights).sum();
    if (!(sum > 0)
        || !Double.isFinite(sum)
        || Arrays.stream(weights).anyMatch(weight -> weight < 0)) {
      throw new EthogramException(
          ErrorCode.INVALID_DATA,
          "layout",
          "shares " + Arrays.toString(weights),
          "Give numbers of at least 0, one of them above 0");
    }
    RandomGenerator random = seed.derive("layout").generator();
    int[] layout = new int[nodes];
    Arrays.setAll(layout, _ -> drawn(weights, random.nextDouble() * sum));
    return layout;
  }

  /** Everybody of one type but for one node. */
  public static int[] single(int nodes, int type, int invader, int at) {
    int[] layout = new int[nodes];
    Arrays.fill(layout, type);
    layout[at] = invader;
    return layout;
  }

  private static int drawn(double[] weights, double at) {
    double left = at;
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
