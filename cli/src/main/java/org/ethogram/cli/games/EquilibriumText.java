package org.ethogram.cli.games;

import java.util.List;
import java.util.stream.Collectors;
import org.ethogram.games.Game;
import org.ethogram.games.classification.Efficiency;
import org.ethogram.games.solutions.nash.PureEquilibria;

/** The pure equilibria of a game in words. */
final class EquilibriumText {
  private EquilibriumText() {}

  /** What each pure equilibrium is worth. */
  static String worths(Game game) {
    List<int[]> equilibria = PureEquilibria.profiles(game);
    return equilibria.isEmpty()
        ? "none"
        : equilibria.stream()
            .map(profile -> "(" + PayoffText.worth(game, profile) + ")")
            .collect(Collectors.joining(" "));
  }

  /** A pure equilibrium with its worth and whether something is better for all. */
  static String line(Game game, int[] profile) {
    return PayoffText.profile(game, profile)
        + " worth "
        + PayoffText.worth(game, profile)
        + (Efficiency.isEfficient(game, profile) ? ", efficient" : ", not efficient");
  }
}
