package org.ethogram.games;

import java.util.List;

/** What a profile is worth to a seat, as a formula. */
@FunctionalInterface
public interface PayoffRule {
  /**
   * @param seat from 0
   * @param profile one action index a seat; not to be kept or changed
   */
  double payoff(int seat, int[] profile);

  /**
   * The game of this rule, its payoffs written out.
   *
   * @throws org.ethogram.core.EthogramException {@code INVALID_DATA} as {@link Game#of} and where
   *     there are more joint choices than {@link Game#MOST_PROFILES}
   */
  static Game game(String name, List<List<String>> actions, PayoffRule rule) {
    int profiles = Game.profileCount(name, actions);
    double[][] payoffs = new double[actions.size()][profiles];
    for (int index = 0; index < profiles; index++) {
      int[] profile = new int[actions.size()];
      int rest = index;
      for (int seat = profile.length - 1; seat >= 0; seat--) {
        profile[seat] = rest % actions.get(seat).size();
        rest /= actions.get(seat).size();
      }
      for (int seat = 0; seat < profile.length; seat++) {
        payoffs[seat][index] = rule.payoff(seat, profile);
      }
    }
    return Game.of(name, actions, payoffs);
  }
}
