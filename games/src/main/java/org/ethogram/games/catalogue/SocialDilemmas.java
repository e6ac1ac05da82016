package org.ethogram.games.catalogue;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.ethogram.games.Game;
import org.ethogram.games.PayoffRule;

/** Games in which what is good for all costs the one who does it; the first action pays. */
final class SocialDilemmas {
  private static final List<String> DILEMMA = List.of("cooperate", "defect");

  private SocialDilemmas() {}

  /** Each cooperator pays the cost and gives the benefit to the other (Nowak & Sigmund 2005). */
  static Game donation(double benefit, double cost) {
    return Game.symmetric("donation", DILEMMA, benefit - cost, -cost, benefit, 0);
  }

  /** Whoever shovels clears the road for both; two share the cost (Hauert & Doebeli 2004). */
  static Game snowdrift(double benefit, double cost) {
    return Game.symmetric(
        "snowdrift", List.of("shovel", "stay"), benefit - cost / 2, benefit - cost, benefit, 0);
  }

  /** Doves share the value, hawks fight for it (Maynard Smith & Price 1973). */
  static Game hawkDove(double value, double cost) {
    return Game.symmetric(
        "hawk-dove", List.of("dove", "hawk"), value / 2, 0, value, (value - cost) / 2);
  }

  /**
   * The prisoner's dilemma with S 0, T 5 and this K, R and P as far above as below their middle; K
   * 0.4 gives Axelrod's payoffs but for their middle (Rapoport 1967).
   */
  static Game dilemmaByIndex(double index) {
    return Game.symmetric(
        "prisoners-dilemma-by-k", DILEMMA, 2.5 + 2.5 * index, 0, 5, 2.5 - 2.5 * index);
  }

  /** Each cooperator pays the cost and gives the benefit to every other (Hamburger 1973). */
  static Game manyPersonDilemma(int players, double benefit, double cost) {
    return PayoffRule.game(
        "n-person-prisoners-dilemma",
        Collections.nCopies(players, DILEMMA),
        (seat, profile) ->
            benefit * (count(profile, 0) - (profile[seat] == 0 ? 1 : 0))
                - (profile[seat] == 0 ? cost : 0));
  }

  /** One volunteer is enough for all; each pays the whole cost (Diekmann 1985). */
  static Game volunteers(int players, double benefit, double cost) {
    return PayoffRule.game(
        "volunteers-dilemma",
        Collections.nCopies(players, List.of("volunteer", "wait")),
        (seat, profile) -> (count(profile, 0) > 0 ? benefit : 0) - (profile[seat] == 0 ? cost : 0));
  }

  /** How many chose the action. */
  static int count(int[] profile, int action) {
    return (int) Arrays.stream(profile).filter(chosen -> chosen == action).count();
  }
}
