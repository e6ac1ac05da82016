package org.ethogram.games.populations.dynamics;

import java.util.List;

/**
 * A state that does not move.
 *
 * @param shares a row for each population
 * @param eigenvalues of the linearised motion within the simplices, each as real and imaginary part
 */
public record FixedPoint(List<double[]> shares, List<double[]> eigenvalues, Stability stability) {
  public FixedPoint {
    shares = List.copyOf(shares);
    eigenvalues = List.copyOf(eigenvalues);
  }

  /** What becomes of small deviations. */
  public enum Stability {
    /** All shrink. */
    STABLE,
    /** Some shrink and some grow. */
    SADDLE,
    /** All grow. */
    UNSTABLE,
    /** The linearised motion does not decide: some neither shrink nor grow. */
    NEUTRAL
  }
}
