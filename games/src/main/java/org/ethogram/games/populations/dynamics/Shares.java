package org.ethogram.games.populations.dynamics;

import java.util.Arrays;
import org.ethogram.core.ErrorCode;
import org.ethogram.core.EthogramException;
import org.ethogram.games.populations.PopulationGame;

/** States of populations as one vector, for solvers that know only vectors. */
final class Shares {
  private static final double TOLERANCE = 1e-9;

  private Shares() {}

  static double[] flat(double[][] state) {
    return Arrays.stream(state).flatMapToDouble(Arrays::stream).toArray();
  }

  /** The state that a vector holds, each row as long as that of the pattern. */
  static double[][] shaped(double[] vector, double[][] pattern) {
    double[][] state = new double[pattern.length][];
    int from = 0;
    for (int population = 0; population < state.length; population++) {
      state[population] = Arrays.copyOfRange(vector, from, from + pattern[population].length);
      from += pattern[population].length;
    }
    return state;
  }

  /** The nearest state: no negative share, each row summing to 1. */
  static double[][] normalised(double[][] state) {
    double[][] near = new double[state.length][];
    for (int population = 0; population < state.length; population++) {
      near[population] = Arrays.stream(state[population]).map(x -> Math.max(0, x)).toArray();
      double sum = Arrays.stream(near[population]).sum();
      for (int type = 0; type < near[population].length; type++) {
        near[population][type] /= sum;
      }
    }
    return near;
  }

  static void check(PopulationGame game, double[][] state) {
    boolean fits = state.length == game.populations();
    for (int population = 0; fits && population < state.length; population++) {
      fits =
          state[population].length == game.types(population).size()
              && Arrays.stream(state[population]).allMatch(share -> share >= 0)
              && Math.abs(Arrays.stream(state[population]).sum() - 1) < TOLERANCE;
    }
    if (!fits) {
      throw new EthogramException(
          ErrorCode.INVALID_DATA,
          "start",
          "shares " + Arrays.deepToString(state) + " that are no state of the populations",
          "Give each type a share of at least 0, those of a population summing to 1");
    }
  }
}
