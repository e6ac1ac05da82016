package org.ethogram.games.solutions.dominance;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.ethogram.games.Game;
import org.ethogram.games.linear.Rational;
import org.ethogram.games.solutions.ExactPayoffs;

/**
 * What is left when dominated actions are removed again and again, in every round all of them.
 *
 * <p>An action is dominated by a mixture of others, pure ones among them. What survives strict
 * dominance does not depend on the order of removal (Gale 1953), and is what players may do who are
 * rational, know it of each other, and may think that the others coordinate; with two players these
 * are the rationalizable actions (Pearce 1984; Bernheim 1984). What survives weak dominance depends
 * on the order.
 *
 * @param left for each seat the indices of the actions that are left
 * @param removals in the order of the rounds
 */
public record IteratedDominance(
    Strength strength, List<List<Integer>> left, List<Removal> removals) {
  public IteratedDominance {
    left = left.stream().map(List::copyOf).toList();
    removals = List.copyOf(removals);
  }

  /** How much better a dominating mixture is. */
  public enum Strength {
    /** Better whatever the others do. */
    STRICT,
    /** Never worse, and better against something. */
    WEAK
  }

  /**
   * An action that is not left.
   *
   * @param round from 1
   * @param by the probabilities of a mixture that dominates it, over all actions of the seat
   */
  public record Removal(int round, int seat, int action, List<Rational> by) {
    public Removal {
      by = List.copyOf(by);
    }

    /** Whether no single action that was left dominates it as well. */
    public boolean needsMixture() {
      return !by.contains(Rational.ONE);
    }
  }

  public static IteratedDominance of(Game game, Strength strength) {
    ExactPayoffs payoffs = new ExactPayoffs(game);
    List<List<Integer>> left =
        IntStream.range(0, game.seats())
            .mapToObj(seat -> IntStream.range(0, game.actions(seat).size()).boxed().toList())
            .toList();
    List<Removal> removals = new ArrayList<>();
    for (int round = 1; ; round++) {
      List<Removal> removed = removed(payoffs, strength, left, round);
      if (removed.isEmpty()) {
        return new IteratedDominance(strength, left, removals);
      }
      removals.addAll(removed);
      left = without(left, removed);
    }
  }

  /** Whether a single profile is left. */
  public boolean isSolved() {
    return left.stream().allMatch(actions -> actions.size() == 1);
  }

  private static List<Removal> removed(
      ExactPayoffs payoffs, Strength strength, List<List<Integer>> left, int round) {
    List<Removal> removed = new ArrayList<>();
    for (int seat = 0; seat < left.size(); seat++) {
      Domination domination = new Domination(payoffs, seat, left);
      for (int action : left.get(seat)) {
        int of = seat;
        domination
            .of(action, strength)
            .ifPresent(by -> removed.add(new Removal(round, of, action, by)));
      }
    }
    return removed;
  }

  private static List<List<Integer>> without(List<List<Integer>> left, List<Removal> removed) {
    return IntStream.range(0, left.size())
        .mapToObj(
            seat ->
                left.get(seat).stream()
                    .filter(
                        action ->
                            removed.stream()
                                .noneMatch(one -> one.seat() == seat && one.action() == action))
                    .toList())
        .toList();
  }
}
