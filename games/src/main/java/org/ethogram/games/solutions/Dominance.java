package org.ethogram.games.solutions;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.ethogram.games.Game;

/**
 * What players do not do, and what they do when nobody mixes, in games of any number of players.
 */
public final class Dominance {
  private Dominance() {}

  /**
   * The actions of each seat that are left when those strictly dominated by another action are
   * removed again and again (Gale 1953); the order of removal does not matter.
   */
  public static List<List<Integer>> undominated(Game game) {
    List<List<Integer>> left = new ArrayList<>();
    for (int seat = 0; seat < game.seats(); seat++) {
      left.add(IntStream.range(0, game.actions(seat).size()).boxed().toList());
    }
    boolean removed = true;
    while (removed) {
      removed = false;
      for (int seat = 0; seat < game.seats(); seat++) {
        List<Integer> kept = kept(game, seat, left);
        removed |= kept.size() < left.get(seat).size();
        left.set(seat, kept);
      }
    }
    return left;
  }

  /** All profiles from which no single player gains by leaving (Nash 1951). */
  public static List<int[]> pureEquilibria(Game game) {
    return game.profiles().stream()
        .filter(
            profile ->
                IntStream.range(0, game.seats())
                    .allMatch(seat -> isBestResponse(game, seat, profile)))
        .toList();
  }

  private static boolean isBestResponse(Game game, int seat, int[] profile) {
    double payoff = game.payoff(seat, profile);
    return IntStream.range(0, game.actions(seat).size())
        .allMatch(action -> game.payoff(seat, with(profile, seat, action)) <= payoff);
  }

  private static List<Integer> kept(Game game, int seat, List<List<Integer>> left) {
    return left.get(seat).stream()
        .filter(
            action ->
                left.get(seat).stream()
                    .noneMatch(better -> dominates(game, seat, better, action, left)))
        .toList();
  }

  private static boolean dominates(
      Game game, int seat, int better, int worse, List<List<Integer>> left) {
    return game.profiles().stream()
        .filter(profile -> profile[seat] == worse && isLeft(profile, seat, left))
        .allMatch(
            profile -> game.payoff(seat, with(profile, seat, better)) > game.payoff(seat, profile));
  }

  private static boolean isLeft(int[] profile, int except, List<List<Integer>> left) {
    return IntStream.range(0, profile.length)
        .allMatch(seat -> seat == except || left.get(seat).contains(profile[seat]));
  }

  private static int[] with(int[] profile, int seat, int action) {
    int[] changed = profile.clone();
    changed[seat] = action;
    return changed;
  }
}
