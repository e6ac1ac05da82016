package org.ethogram.games.measures;

import org.ethogram.core.Ratio;
import org.ethogram.games.play.DilemmaView;
import org.ethogram.games.play.History;

/**
 * How the subject answers kindness and unkindness.
 *
 * <p>All but niceness are shares of the decisions that satisfy a condition on the past alone, so
 * that what comes later does not select them. Undefined in games without a cooperative action, and
 * where the occasion never arose.
 */
public final class Reciprocity {
  private Reciprocity() {}

  /**
   * The share of matches in which the subject never defects before another has (Axelrod 1984);
   * defecting in the same round as the first other is not nice.
   */
  public static Ratio niceness(Play play) {
    if (play.view().isEmpty()) {
      return Ratio.UNDEFINED;
    }
    DilemmaView view = play.view().orElseThrow();
    double nice = 0;
    double matches = 0;
    for (WeightedHistory weighted : play.histories()) {
      matches += weighted.weight();
      nice += defectsFirst(view, weighted.history()) ? 0 : weighted.weight();
    }
    return new Ratio(nice, matches);
  }

  /** P(D | the other's first defection was in the last round) (Axelrod 1984). */
  public static Ratio provocability(Play play) {
    return Occasions.defection(
        play, past -> past.othersDefectedLast() && past.othersDefections() == 1);
  }

  /** P(C | the other cooperated last round, having defected at some time) (Axelrod 1984). */
  public static Ratio forgiveness(Play play) {
    return Occasions.cooperation(
        play, past -> past.othersCooperatedLast() && past.othersDefections() > 0);
  }

  /**
   * The share of rounds after the other's single defection so far in which the subject defects,
   * over subjects that had not defected before they could see it. The answer in the very next round
   * counts, so tit for tat is spiteful in one round and grim trigger in all.
   */
  public static Ratio spitefulness(Play play) {
    return Occasions.defection(
        play, past -> past.othersDefections() == 1 && !past.selfDefectedUnprovoked());
  }

  /** As {@link #spitefulness}, over subjects that had defected before they were provoked. */
  public static Ratio spitefulnessOfUnprovoked(Play play) {
    return Occasions.defection(
        play, past -> past.othersDefections() == 1 && past.selfDefectedUnprovoked());
  }

  /**
   * P(D | the other cooperated last round and has defected once before). Less {@link #exploitation}
   * over the same panel it is spitefulness as a contrast.
   */
  public static Ratio lastingDefection(Play play) {
    return Occasions.defection(
        play, past -> past.othersCooperatedLast() && past.othersDefections() == 1);
  }

  /** P(D | the other has cooperated in every round so far), from the second round on. */
  public static Ratio exploitation(Play play) {
    return Occasions.defection(play, past -> past.rounds() > 0 && past.othersDefections() == 0);
  }

  private static boolean defectsFirst(DilemmaView view, History history) {
    for (int round = 1; round <= history.rounds(); round++) {
      if (!view.selfCooperated(history, round)) {
        return true;
      }
      if (!view.othersCooperated(history, round)) {
        return false;
      }
    }
    return false;
  }
}
