package org.ethogram.games.classification;

import java.util.ArrayList;
import java.util.List;

/** The strict games that a game with ties lies between: every way of breaking its ties. */
final class Refinements {
  private Refinements() {}

  /** A strict game is its only refinement. */
  static List<OrdinalGame> of(OrdinalGame game) {
    List<OrdinalGame> refinements = new ArrayList<>();
    for (List<Integer> row : strict(game.row())) {
      for (List<Integer> column : strict(game.column())) {
        refinements.add(new OrdinalGame(row, column));
      }
    }
    return refinements;
  }

  /** Every order of four outcomes that contradicts none of these ranks. */
  private static List<List<Integer>> strict(List<Integer> ranks) {
    List<List<Integer>> orders = new ArrayList<>();
    extend(ranks, new ArrayList<>(), orders);
    return orders;
  }

  private static void extend(
      List<Integer> ranks, List<Integer> fromWorst, List<List<Integer>> orders) {
    if (fromWorst.size() == ranks.size()) {
      List<Integer> order = new ArrayList<>(ranks);
      for (int rank = 1; rank <= fromWorst.size(); rank++) {
        order.set(fromWorst.get(rank - 1), rank);
      }
      orders.add(order);
      return;
    }
    int worst = worstLeft(ranks, fromWorst);
    for (int outcome = 0; outcome < ranks.size(); outcome++) {
      if (!fromWorst.contains(outcome) && ranks.get(outcome) == worst) {
        List<Integer> longer = new ArrayList<>(fromWorst);
        longer.add(outcome);
        extend(ranks, longer, orders);
      }
    }
  }

  private static int worstLeft(List<Integer> ranks, List<Integer> taken) {
    int worst = Integer.MAX_VALUE;
    for (int outcome = 0; outcome < ranks.size(); outcome++) {
      if (!taken.contains(outcome)) {
        worst = Math.min(worst, ranks.get(outcome));
      }
    }
    return worst;
  }
}
