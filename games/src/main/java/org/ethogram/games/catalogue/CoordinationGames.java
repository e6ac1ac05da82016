package org.ethogram.games.catalogue;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.ethogram.games.Game;
import org.ethogram.games.PayoffRule;

/** Games in which the worth of an action depends on how many others choose it. */
final class CoordinationGames {
  private static final List<String> SIDES = List.of("left", "right");

  private CoordinationGames() {}

  /** 1 each when all choose the same, else 0 (Schelling 1960). */
  static Game pure(int players, int actions) {
    List<String> names = actions == 2 ? SIDES : numbered("option ", 1, actions);
    return PayoffRule.game(
        "coordination",
        Collections.nCopies(players, names),
        (seat, profile) -> Arrays.stream(profile).distinct().count() == 1 ? 1 : 0);
  }

  /** Each prefers to meet at another place, and anything to missing the other. */
  static Game bachOrStravinsky(double better, double worse) {
    List<String> actions = List.of("bach", "stravinsky");
    return Game.twoPlayer(
        "bach-or-stravinsky",
        actions,
        actions,
        new double[][] {{better, 0}, {0, worse}},
        new double[][] {{worse, 0}, {0, better}});
  }

  /** 1 for each who chose what most chose (Schelling 1978). */
  static Game majority(int players) {
    return PayoffRule.game(
        "majority",
        Collections.nCopies(players, SIDES),
        (seat, profile) -> 2 * SocialDilemmas.count(profile, profile[seat]) > players ? 1 : 0);
  }

  /** 1 for each who chose what fewest chose (Challet & Zhang 1997). */
  static Game minority(int players) {
    return PayoffRule.game(
        "minority",
        Collections.nCopies(players, SIDES),
        (seat, profile) -> 2 * SocialDilemmas.count(profile, profile[seat]) < players ? 1 : 0);
  }

  /**
   * A stag feeds its hunters if enough hunt it, a hare whoever catches it (Carlsson & van Damme
   * 1993, Equilibrium selection in stag hunt games).
   */
  static Game stagHunt(int players, int needed, double stag, double hare) {
    return PayoffRule.game(
        "stag-hunt",
        Collections.nCopies(players, List.of("stag", "hare")),
        (seat, profile) ->
            profile[seat] == 1 ? hare : SocialDilemmas.count(profile, 0) >= needed ? stag : 0);
  }

  /**
   * All get benefit times the least effort, each pays cost times its own (Van Huyck, Battalio &
   * Beil 1990).
   */
  static Game minimumEffort(int players, int levels, double benefit, double cost) {
    return PayoffRule.game(
        "minimum-effort",
        Collections.nCopies(players, numbered("", 1, levels)),
        (seat, profile) ->
            benefit * (1 + Arrays.stream(profile).min().orElseThrow())
                - cost * (1 + profile[seat]));
  }

  /**
   * Both get the lower of two claims; whoever claimed less gets the reward from the other (Basu
   * 1994).
   */
  static Game travelersDilemma(int low, int high, double reward) {
    List<String> claims = numbered("", low, high);
    return PayoffRule.game(
        "travelers-dilemma",
        List.of(claims, claims),
        (seat, profile) ->
            low
                + Math.min(profile[0], profile[1])
                + reward * Integer.signum(profile[1 - seat] - profile[seat]));
  }

  /** Matching pennies with another payoff for matching heads (Goeree & Holt 2001). */
  static Game asymmetricMatchingPennies(double heads) {
    List<String> sides = List.of("heads", "tails");
    return Game.twoPlayer(
        "asymmetric-matching-pennies",
        sides,
        sides,
        new double[][] {{heads, 0}, {0, 1}},
        new double[][] {{0, 1}, {1, 0}});
  }

  private static List<String> numbered(String prefix, int from, int to) {
    return IntStream.rangeClosed(from, to).mapToObj(number -> prefix + number).toList();
  }
}
