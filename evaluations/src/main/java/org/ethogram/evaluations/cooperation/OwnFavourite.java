package org.ethogram.evaluations.cooperation;

import org.ethogram.core.Ratio;
import org.ethogram.games.Game;
import org.ethogram.games.measures.Play;
import org.ethogram.games.measures.WeightedHistory;

/** How often a player insists on the meeting place that it likes best, as in Bach or Stravinsky. */
final class OwnFavourite {
  private OwnFavourite() {}

  /** The share of rounds; undefined where the best outcome of two actions is the same. */
  static Ratio rate(Play play) {
    double first = best(play.game(), play.seat(), 0);
    double second = best(play.game(), play.seat(), 1);
    if (first == second) {
      return Ratio.UNDEFINED;
    }
    int favourite = first > second ? 0 : 1;
    double insisted = 0;
    double rounds = 0;
    for (WeightedHistory weighted : play.histories()) {
      for (int round = 1; round <= weighted.history().rounds(); round++) {
        boolean insists = weighted.history().action(round, play.seat()) == favourite;
        insisted += insists ? weighted.weight() : 0;
        rounds += weighted.weight();
      }
    }
    return new Ratio(insisted, rounds);
  }

  private static double best(Game game, int seat, int action) {
    return game.profiles().stream()
        .filter(profile -> profile[seat] == action)
        .mapToDouble(profile -> game.payoff(seat, profile))
        .max()
        .orElseThrow();
  }
}
