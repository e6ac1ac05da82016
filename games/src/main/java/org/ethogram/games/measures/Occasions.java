package org.ethogram.games.measures;

import org.ethogram.core.Ratio;
import org.ethogram.games.play.DilemmaView;
import org.ethogram.games.play.History;

/** Counts over the rounds of a play in which a condition on the past holds. */
final class Occasions {
  private Occasions() {}

  /** What must hold of the rounds before this one. */
  @FunctionalInterface
  interface Condition {
    boolean holds(Past past);
  }

  /** The share of the occasions on which the subject cooperates. */
  static Ratio cooperation(Play play, Condition condition) {
    return count(play, condition, true);
  }

  /** The share of the occasions on which the subject defects. */
  static Ratio defection(Play play, Condition condition) {
    return count(play, condition, false);
  }

  private static Ratio count(Play play, Condition condition, boolean cooperation) {
    if (play.view().isEmpty()) {
      return Ratio.UNDEFINED;
    }
    DilemmaView view = play.view().orElseThrow();
    double counted = 0;
    double occasions = 0;
    for (WeightedHistory weighted : play.histories()) {
      History history = weighted.history();
      Past past = new Past();
      for (int round = 1; round <= history.rounds(); round++) {
        boolean self = view.selfCooperated(history, round);
        if (condition.holds(past)) {
          occasions += weighted.weight();
          counted += self == cooperation ? weighted.weight() : 0;
        }
        past.add(self, view.othersCooperated(history, round));
      }
    }
    return new Ratio(counted, occasions);
  }
}
