package org.ethogram.games.longrun;

import java.util.List;

/**
 * What play settles into when it never ends.
 *
 * @param frequencies the limit of the mean over the first n rounds (Cesaro), from the strategies'
 *     own first moves
 * @param endings the closed sets of states in one of which play ends; with more than one, chance in
 *     the early rounds decides for ever
 */
public record LongRun(Frequencies frequencies, List<Ending> endings) {
  public LongRun {
    endings = List.copyOf(endings);
  }

  /**
   * A set of states that play never leaves.
   *
   * @param probability that play ends in it
   * @param frequencies once it has
   */
  public record Ending(double probability, Frequencies frequencies) {}
}
