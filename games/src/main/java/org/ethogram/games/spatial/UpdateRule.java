package org.ethogram.games.spatial;

import org.ethogram.core.ErrorCode;
import org.ethogram.core.EthogramException;

/** How a node comes to its next type. */
public sealed interface UpdateRule {
  /**
   * It takes the type of the best among its neighbours and itself; it stays as it is where it is
   * among the best, and chance decides between others (Nowak & May 1992).
   */
  record ImitateBest() implements UpdateRule {
    @Override
    public String toString() {
      return "imitate the best";
    }
  }

  /**
   * It looks at one neighbour, drawn at random, and takes its type with the chance 1 / (1 +
   * exp(-intensity * difference of payoffs)) (Blume 1993; Szabo & Toke 1998, where the intensity is
   * 1 / K).
   *
   * @param intensity of selection, at least 0; 0 is drift
   */
  record Fermi(double intensity) implements UpdateRule {
    public Fermi {
      if (!(intensity >= 0) || Double.isInfinite(intensity)) {
        throw new EthogramException(
            ErrorCode.INVALID_DATA,
            "Fermi rule",
            "an intensity of " + intensity,
            "Give a number of at least 0");
      }
    }

    double chance(double own, double neighbours) {
      return 1 / (1 + Math.exp(-intensity * (neighbours - own)));
    }

    @Override
    public String toString() {
      return "Fermi rule with intensity " + intensity;
    }
  }
}
