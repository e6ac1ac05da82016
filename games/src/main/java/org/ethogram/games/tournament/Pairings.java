package org.ethogram.games.tournament;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.ethogram.core.ErrorCode;
import org.ethogram.core.EthogramException;

/**
 * Who meets whom.
 *
 * @param players how many players there are, at least 1
 * @param pairs at least one, each once
 */
public record Pairings(int players, List<Pair> pairs) {
  public Pairings {
    pairs = List.copyOf(pairs);
    if (pairs.isEmpty()) {
      throw invalid("a tournament of " + players + " without a pair", "Give at least two players");
    }
    Set<Pair> known = new HashSet<>();
    for (Pair pair : pairs) {
      if (pair.first() < 0 || pair.second() >= players) {
        throw invalid(
            "a pair of players " + pair.first() + " and " + pair.second() + " of " + players,
            "Number the players from 0");
      }
      if (!known.add(pair)) {
        throw invalid(
            "players " + pair.first() + " and " + pair.second() + " are paired twice",
            "Give each pair once; repetitions are told apart");
      }
    }
  }

  /**
   * Everybody meets everybody.
   *
   * @param selfPlay whether each player also meets a copy of itself
   */
  public static Pairings roundRobin(int players, boolean selfPlay) {
    List<Pair> pairs = new ArrayList<>();
    for (int first = 0; first < players; first++) {
      for (int second = selfPlay ? first : first + 1; second < players; second++) {
        pairs.add(new Pair(first, second));
      }
    }
    return new Pairings(players, pairs);
  }

  private static EthogramException invalid(String problem, String remedy) {
    return new EthogramException(ErrorCode.INVALID_DATA, "tournament", problem, remedy);
  }

  /** Two players by number, the smaller one first; the same twice is a player and its copy. */
  public record Pair(int first, int second) {
    public Pair {
      if (first > second) {
        int smaller = second;
        second = first;
        first = smaller;
      }
    }

    boolean isSelfPlay() {
      return first == second;
    }
  }
}
