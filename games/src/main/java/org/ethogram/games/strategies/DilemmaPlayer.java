package org.ethogram.games.strategies;

import java.util.Optional;

/** A player that only thinks in cooperation and defection, its own and the others'. */
public interface DilemmaPlayer {
  /** How probable cooperation is in the coming round. */
  double cooperation();

  /** What was just played; {@code self} is what this player did, slips of the hand included. */
  void observe(boolean self, boolean others);

  /**
   * What decides all further choices, whatever is played from here; empty where the player does not
   * say. Equal states choose alike for ever.
   */
  default Optional<Object> state() {
    return Optional.empty();
  }
}
