package org.ethogram.games.strategies;

import java.util.List;
import java.util.OptionalInt;

/**
 * What is known of a strategy beside how it plays.
 *
 * @param name the standard name
 * @param otherNames under which the literature or other libraries have it
 * @param parameters as they are written after the name, such as {@code (q = 1/3)}, or empty
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
    String source,
    boolean stochastic,
    OptionalInt memory,
    boolean usesHorizon,
    boolean usesPayoffs) {
  public StrategyCard {
    otherNames = List.copyOf(otherNames);
  }

  /** A deterministic strategy that remembers everything and needs to know nothing. */
  static StrategyCard of(String name, String source) {
    return new StrategyCard(name, List.of(), "", source, false, OptionalInt.empty(), false, false);
  }

  StrategyCard withOtherNames(String... names) {
    return new StrategyCard(
        name, List.of(names), parameters, source, stochastic, memory, usesHorizon, usesPayoffs);
  }

  StrategyCard withParameters(String text) {
    return new StrategyCard(
        name, otherNames, text, source, stochastic, memory, usesHorizon, usesPayoffs);
  }

  StrategyCard withMemory(int rounds) {
    return new StrategyCard(
        name,
        otherNames,
        parameters,
        source,
        stochastic,
        OptionalInt.of(rounds),
        usesHorizon,
        usesPayoffs);
  }

  StrategyCard withChance() {
    return new StrategyCard(
        name, otherNames, parameters, source, true, memory, usesHorizon, usesPayoffs);
  }

  StrategyCard withHorizon() {
    return new StrategyCard(
        name, otherNames, parameters, source, stochastic, memory, true, usesPayoffs);
  }

  StrategyCard withPayoffs() {
    return new StrategyCard(
        name, otherNames, parameters, source, stochastic, memory, usesHorizon, true);
  }
}
