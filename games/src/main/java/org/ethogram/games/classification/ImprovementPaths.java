package org.ethogram.games.classification;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.ethogram.games.Game;

/** Ways on which one player after another improves (Monderer & Shapley 1996, Potential games). */
final class ImprovementPaths {
  private ImprovementPaths() {}

  /** Whether taking away profiles that nobody can better, again and again, leaves none. */
  static boolean end(Game game) {
    List<int[]> profiles = game.profiles();
    List<List<Integer>> sources = new ArrayList<>();
    int[] waysOut = new int[profiles.size()];
    profiles.forEach(profile -> sources.add(new ArrayList<>()));
    for (int from = 0; from < profiles.size(); from++) {
      for (int to : improvements(game, profiles.get(from))) {
        sources.get(to).add(from);
        waysOut[from]++;
      }
    }
    Deque<Integer> ends = new ArrayDeque<>();
    for (int index = 0; index < waysOut.length; index++) {
      if (waysOut[index] == 0) {
        ends.add(index);
      }
    }
    int taken = 0;
    while (!ends.isEmpty()) {
      taken++;
      for (int source : sources.get(ends.remove())) {
        if (--waysOut[source] == 0) {
          ends.add(source);
        }
      }
    }
    return taken == profiles.size();
  }

  /** The profiles, by index, that one player prefers and can reach alone. */
  private static List<Integer> improvements(Game game, int[] profile) {
    List<Integer> improvements = new ArrayList<>();
    for (int seat = 0; seat < game.seats(); seat++) {
      for (int action = 0; action < game.actions(seat).size(); action++) {
        int[] changed = with(profile, seat, action);
        if (game.payoff(seat, changed) > game.payoff(seat, profile)) {
          improvements.add(index(game, changed));
        }
      }
    }
    return improvements;
  }

  private static int index(Game game, int[] profile) {
    int index = 0;
    for (int seat = 0; seat < profile.length; seat++) {
      index = index * game.actions(seat).size() + profile[seat];
    }
    return index;
  }

  private static int[] with(int[] profile, int seat, int action) {
    int[] changed = profile.clone();
    changed[seat] = action;
    return changed;
  }
}
