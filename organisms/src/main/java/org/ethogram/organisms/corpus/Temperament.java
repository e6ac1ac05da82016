package org.ethogram.organisms.corpus;

import org.ethogram.games.play.Strategy;

/**
 * One way of playing among the people of a corpus.
 *
 * @param share of the population, in (0, 1]
 */
public record Temperament(Strategy strategy, double share) {
  public Temperament {
    if (!(share > 0 && share <= 1)) {
      throw new IllegalArgumentException("not a share of a population: " + share);
    }
  }
}
