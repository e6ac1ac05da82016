package org.ethogram.games.strategies;

import java.util.Set;

/**
 * Cooperate, accept, punish, recover, in all else defect: a rival that is a partner among its like
 * (Murase & Baek 2020, Five rules for friendly rivalry in direct reciprocity).
 */
final class Capri {
  /** The last three rounds, own moves then the other's, after which it cooperates. */
  private static final Set<String> COOPERATE =
      Set.of(
          "CCC CCC", "CCD CCC", "CDC CCD", "DCC CDC", "CCC DCC", "CCD CDC", "CDC DCC", "DCC CCC",
          "DDD DDC", "DDC DCC", "DDC DDD", "DCC DDC", "DDC DDC", "DCC DCC");

  private Capri() {}

  static double decide(Diary diary) {
    StringBuilder self = new StringBuilder();
    StringBuilder other = new StringBuilder();
    for (int back = 3; back >= 1; back--) {
      boolean played = back <= diary.rounds();
      self.append(!played || diary.self(back) ? 'C' : 'D');
      other.append(!played || diary.other(back) ? 'C' : 'D');
    }
    return Decider.move(COOPERATE.contains(self + " " + other));
  }
}
