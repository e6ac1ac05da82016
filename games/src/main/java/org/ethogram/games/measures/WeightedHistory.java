package org.ethogram.games.measures;

import org.ethogram.games.play.History;

/**
 * A history and how much it counts: its probability in exact play, 1 for each sampled match.
 *
 * @param weight finite, at least 0
 */
public record WeightedHistory(History history, double weight) {
  public WeightedHistory {
    if (!(weight >= 0) || Double.isInfinite(weight)) {
      throw new IllegalArgumentException("not a weight: " + weight);
    }
  }
}
