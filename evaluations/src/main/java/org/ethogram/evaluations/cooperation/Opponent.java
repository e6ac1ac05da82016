package org.ethogram.evaluations.cooperation;

import org.ethogram.games.play.Strategy;
import org.ethogram.games.strategies.Strategies;

/** Against whom the subject plays. */
public sealed interface Opponent {
  String SELF_NAME = "self";

  /** The name in study files and results. */
  String name();

  /** The subject at every seat. */
  record Self() implements Opponent {
    @Override
    public String name() {
      return SELF_NAME;
    }
  }

  /** A classic strategy, at every other seat. */
  record Scripted(Strategy strategy) implements Opponent {
    @Override
    public String name() {
      return strategy.name();
    }
  }

  /**
   * {@code self} or the name of a strategy, such as {@code tit-for-tat} or {@code defect-once(2)}.
   *
   * @throws org.ethogram.core.EthogramException {@code INVALID_DATA} with the nearest name when
   *     there is none
   */
  static Opponent named(String name) {
    return name.strip().equalsIgnoreCase(SELF_NAME)
        ? new Self()
        : new Scripted(Strategies.named(name));
  }
}
