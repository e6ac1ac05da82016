package org.ethogram.games.solutions.nash;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.ethogram.games.linear.Rational;

/** Sets of actions that a strategy plays. */
final class Supports {
  private Supports() {}

  /** All sets of this size among so many actions, in lexicographic order. */
  static List<List<Integer>> ofSize(int actions, int size) {
    List<List<Integer>> supports = new ArrayList<>();
    extend(new ArrayList<>(), 0, actions, size, supports);
    return supports;
  }

  /** The strategy that gives the actions of the support these probabilities and others none. */
  static List<Rational> spread(int actions, List<Integer> support, List<Rational> probabilities) {
    List<Rational> strategy = new ArrayList<>(Collections.nCopies(actions, Rational.ZERO));
    for (int place = 0; place < support.size(); place++) {
      strategy.set(support.get(place), probabilities.get(place));
    }
    return strategy;
  }

  private static void extend(
      List<Integer> chosen, int from, int actions, int size, List<List<Integer>> supports) {
    if (chosen.size() == size) {
      supports.add(List.copyOf(chosen));
      return;
    }
    for (int action = from; action < actions; action++) {
      chosen.add(action);
      extend(chosen, action + 1, actions, size, supports);
      chosen.removeLast();
    }
  }
}
