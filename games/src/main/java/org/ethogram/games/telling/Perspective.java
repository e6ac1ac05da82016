package org.ethogram.games.telling;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ethogram.games.Game;

/** A game as one of its players sees it: the reader first, then the others by seat after it. */
record Perspective(Game game, int seat) {
  /** The actions of a profile in the reader's order. */
  int[] seen(int... profile) {
    int[] seen = new int[profile.length];
    for (int player = 0; player < seen.length; player++) {
      seen[player] = profile[seatOf(player)];
    }
    return seen;
  }

  /** What a profile in the reader's order is worth to a player in the reader's order. */
  double payoff(int player, int... seen) {
    int[] profile = new int[seen.length];
    for (int other = 0; other < seen.length; other++) {
      profile[seatOf(other)] = seen[other];
    }
    return game.payoff(seatOf(player), profile);
  }

  /** The same game with the reader at the first seat. */
  Game seenGame() {
    List<List<String>> actions = new ArrayList<>();
    for (int player = 0; player < game.seats(); player++) {
      actions.add(game.actions(seatOf(player)));
    }
    List<int[]> profiles = seenProfiles();
    double[][] payoffs = new double[game.seats()][profiles.size()];
    for (int player = 0; player < game.seats(); player++) {
      for (int index = 0; index < profiles.size(); index++) {
        payoffs[player][index] = payoff(player, profiles.get(index));
      }
    }
    return Game.of(game.name(), actions, payoffs);
  }

  /** All profiles in the reader's order, the last player's action running fastest. */
  List<int[]> seenProfiles() {
    int count = game.actions(seat).size();
    List<int[]> profiles = List.of(new int[0]);
    for (int player = 0; player < game.seats(); player++) {
      List<int[]> longer = new ArrayList<>();
      for (int[] profile : profiles) {
        for (int action = 0; action < count; action++) {
          int[] next = Arrays.copyOf(profile, profile.length + 1);
          next[profile.length] = action;
          longer.add(next);
        }
      }
      profiles = longer;
    }
    return profiles;
  }

  private int seatOf(int player) {
    return (seat + player) % game.seats();
  }
}
