package org.ethogram.games.strategies;

/**
 * How a strategy decides, asked exactly once a round, in order; it may keep a state between rounds.
 */
@FunctionalInterface
interface Decider {
  /** Certain cooperation. */
  double C = 1;

  /** Certain defection. */
  double D = 0;

  /** How probable cooperation is in the coming round, after what the diary says. */
  double decide(Diary diary);

  static double move(boolean cooperates) {
    return cooperates ? C : D;
  }

  /** The other's last move; cooperation in the first round. */
  static double titForTat(Diary diary) {
    return move(!diary.otherDefectedLast());
  }
}
