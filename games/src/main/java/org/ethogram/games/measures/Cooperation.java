package org.ethogram.games.measures;

import org.ethogram.core.Ratio;
import org.ethogram.games.play.DilemmaView;
import org.ethogram.games.play.History;

/**
 * How much the subject cooperates, and when.
 *
 * <p>Undefined in games without a cooperative action. Among more than two players "the other" reads
 * "at least half of the others" ({@link DilemmaView}).
 */
public final class Cooperation {
  private Cooperation() {}

  /** The share of all rounds. */
  public static Ratio rate(Play play) {
    return Occasions.cooperation(play, past -> true);
  }

  /** The share of first rounds. */
  public static Ratio firstMove(Play play) {
    return inRound(play, 1);
  }

  /**
   * @param round from 1
   */
  public static Ratio inRound(Play play, int round) {
    return Occasions.cooperation(play, past -> past.rounds() == round - 1);
  }

  /** P(C | last joint outcome), own action first (Nowak & Sigmund 1993). */
  public static Ratio after(Play play, boolean selfCooperated, boolean otherCooperated) {
    return Occasions.cooperation(play, past -> past.last(selfCooperated, otherCooperated));
  }

  /**
   * Cooperation in the last round less the mean of the rounds before it, averaged over complete
   * matches: below 0 where the end of the game loosens cooperation (Selten & Stoecker 1986).
   */
  public static Ratio lastRoundEffect(Play play) {
    if (play.view().isEmpty() || play.rounds() < 2) {
      return Ratio.UNDEFINED;
    }
    DilemmaView view = play.view().orElseThrow();
    double effect = 0;
    double matches = 0;
    for (WeightedHistory weighted : play.histories()) {
      History history = weighted.history();
      if (history.rounds() == play.rounds()) {
        int before = 0;
        for (int round = 1; round < play.rounds(); round++) {
          before += view.selfCooperated(history, round) ? 1 : 0;
        }
        double last = view.selfCooperated(history, play.rounds()) ? 1 : 0;
        effect += weighted.weight() * (last - before / (play.rounds() - 1.0));
        matches += weighted.weight();
      }
    }
    return new Ratio(effect, matches);
  }
}
