package org.ethogram.games.measures;

import java.util.Arrays;
import org.ethogram.core.Ratio;
import org.ethogram.games.play.History;

/**
 * How well the players meet, for games in which meeting matters more than kindness.
 *
 * <p>Players meet when all choose the action of the same index. Undefined where seats have
 * different numbers of actions.
 */
public final class Coordination {
  private Coordination() {}

  /** The share of rounds in which the players meet. */
  public static Ratio rate(Play play) {
    if (!comparable(play)) {
      return Ratio.UNDEFINED;
    }
    double met = 0;
    double rounds = 0;
    for (WeightedHistory weighted : play.histories()) {
      History history = weighted.history();
      for (int round = 1; round <= history.rounds(); round++) {
        met += meet(history.profile(round)) ? weighted.weight() : 0;
        rounds += weighted.weight();
      }
    }
    return new Ratio(met, rounds);
  }

  /**
   * The share of pairs of successive rounds in which the players meet both times, the second time
   * in another action: 1 for taking turns, 0 for always the same meeting place.
   */
  public static Ratio alternation(Play play) {
    if (!comparable(play)) {
      return Ratio.UNDEFINED;
    }
    double alternating = 0;
    double pairs = 0;
    for (WeightedHistory weighted : play.histories()) {
      History history = weighted.history();
      for (int round = 2; round <= history.rounds(); round++) {
        int[] before = history.profile(round - 1);
        int[] now = history.profile(round);
        alternating += meet(before) && meet(now) && before[0] != now[0] ? weighted.weight() : 0;
        pairs += weighted.weight();
      }
    }
    return new Ratio(alternating, pairs);
  }

  private static boolean comparable(Play play) {
    int count = play.game().actions(0).size();
    for (int seat = 1; seat < play.game().seats(); seat++) {
      if (play.game().actions(seat).size() != count) {
        return false;
      }
    }
    return true;
  }

  private static boolean meet(int[] profile) {
    return Arrays.stream(profile).allMatch(action -> action == profile[0]);
  }
}
