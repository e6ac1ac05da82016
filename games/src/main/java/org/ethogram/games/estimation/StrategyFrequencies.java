package org.ethogram.games.estimation;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.ethogram.games.measures.Play;
import org.ethogram.games.play.Strategy;

/**
 * The mixture of strategies that makes observed matches most probable, when every match is played
 * by one of them and every decision trembles with a common probability (the strategy frequency
 * estimation method of Dal Bo & Frechette 2011, The evolution of cooperation in infinitely repeated
 * games, section IV).
 *
 * @param shares by name of the strategy; they sum to 1
 * @param tremble the probability of another action than the strategy means, from 0 to one half
 * @param logLikelihood natural, of all observed decisions
 */
public record StrategyFrequencies(
    SequencedMap<String, Double> shares, double tremble, double logLikelihood) {
  public StrategyFrequencies {
    shares = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(shares));
  }

  /**
   * Every match by itself; where play is exact, the likelihood is its expectation over all matches.
   * Strategies are not told how long the matches are.
   *
   * @param plays with at least one round
   */
  public static StrategyFrequencies of(List<Play> plays, List<Strategy> strategies) {
    return StrategyEvidence.perMatch(plays, strategies).fit();
  }
}
