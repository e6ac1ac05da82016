package org.ethogram.games.strategies;

import java.util.List;
import java.util.OptionalInt;

/**
 * What is known of a strategy beside how it plays. No strategy looks into its opponent: all that
 * they know are the moves that were played.
 *
 * @param name the standard name
 * @param otherNames under which the literature or other libraries have it
 * @param parameters as they are written after the name, such as {@code (q = 1/3)}, or empty
 * @param needsParameters whether it cannot play without them
 * @param source where it was published
 * @param stochastic whether its choices are drawn
 * @param memory how many rounds back it looks; empty when the whole history matters
 * @param usesHorizon whether it needs to know the game's length
 * @param usesPayoffs whether it needs to know the game's payoffs
 */
public record StrategyCard(
    String name,
    List<String> otherNames,
    String parameters,
    boolean needsParameters,
    String source,
    boolean stochastic,
    OptionalInt memory,
    boolean usesHorizon,
    boolean usesPayoffs) {
  public StrategyCard {
    otherNames = List.copyOf(otherNames);
  }
}
