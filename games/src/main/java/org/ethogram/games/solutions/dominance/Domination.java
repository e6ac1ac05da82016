package org.ethogram.games.solutions.dominance;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.ethogram.games.linear.LinearProgram;
import org.ethogram.games.linear.LinearProgram.Constraint;
import org.ethogram.games.linear.LinearProgram.Relation;
import org.ethogram.games.linear.Rational;
import org.ethogram.games.solutions.ExactPayoffs;
import org.ethogram.games.solutions.dominance.IteratedDominance.Strength;

/** The mixtures that dominate a seat's actions while the others play what is left to them. */
final class Domination {
  private final int actions;
  private final List<Integer> own;
  private final List<List<Rational>> worth;

  Domination(ExactPayoffs payoffs, int seat, List<List<Integer>> left) {
    actions = payoffs.game().actions(seat).size();
    own = left.get(seat);
    worth = own.stream().map(action -> against(payoffs, seat, action, left)).toList();
  }

  /** A mixture that dominates the action, a pure one where there is one; over all actions. */
  Optional<List<Rational>> of(int action, Strength strength) {
    int of = own.indexOf(action);
    List<Rational> dominated = worth.get(of);
    Optional<List<Rational>> pure =
        IntStream.range(0, own.size())
            .filter(other -> dominates(worth.get(other), dominated, strength))
            .mapToObj(other -> only(own.get(other)))
            .findFirst();
    if (pure.isPresent() || isSomewhereBest(of, strength)) {
      return pure;
    }
    return mixture(dominated, strength);
  }

  private static boolean dominates(List<Rational> better, List<Rational> worse, Strength strength) {
    boolean somewhere = false;
    for (int place = 0; place < worse.size(); place++) {
      int order = better.get(place).compareTo(worse.get(place));
      if (order < 0 || (order == 0 && strength == Strength.STRICT)) {
        return false;
      }
      somewhere |= order > 0;
    }
    return somewhere;
  }

  /** Against something the action is best, alone so where weak dominance is asked for. */
  private boolean isSomewhereBest(int action, Strength strength) {
    List<Rational> dominated = worth.get(action);
    return IntStream.range(0, dominated.size())
        .anyMatch(
            place ->
                IntStream.range(0, own.size())
                    .filter(other -> other != action)
                    .allMatch(
                        other -> {
                          Rational rival = worth.get(other).get(place);
                          int order = dominated.get(place).compareTo(rival);
                          return order > 0 || (order == 0 && strength == Strength.STRICT);
                        }));
  }

  /**
   * The mixture with the largest gain: against the worst case for strict dominance, in sum for weak
   * dominance. The action itself takes part, so that there is always one without gain.
   */
  private Optional<List<Rational>> mixture(List<Rational> dominated, Strength strength) {
    List<Constraint> constraints = new ArrayList<>();
    List<Rational> total = new ArrayList<>(Collections.nCopies(own.size() + 1, Rational.ZERO));
    for (int place = 0; place < dominated.size(); place++) {
      List<Rational> gains = new ArrayList<>();
      for (int other = 0; other < own.size(); other++) {
        Rational gain = worth.get(other).get(place).minus(dominated.get(place));
        gains.add(gain);
        total.set(other, total.get(other).plus(gain));
      }
      gains.add(strength == Strength.STRICT ? Rational.ONE.negated() : Rational.ZERO);
      constraints.add(new Constraint(gains, Relation.AT_LEAST, Rational.ZERO));
    }
    List<Rational> sum = new ArrayList<>(Collections.nCopies(own.size(), Rational.ONE));
    sum.add(Rational.ZERO);
    constraints.add(new Constraint(sum, Relation.EQUAL, Rational.ONE));
    if (strength == Strength.STRICT) {
      Collections.fill(total, Rational.ZERO);
      total.set(own.size(), Rational.ONE);
    }
    LinearProgram.Optimum optimum = new LinearProgram(total, constraints).optimum();
    if (optimum.value().isZero()) {
      return Optional.empty();
    }
    List<Rational> by = new ArrayList<>(Collections.nCopies(actions, Rational.ZERO));
    for (int other = 0; other < own.size(); other++) {
      by.set(own.get(other), optimum.point().get(other));
    }
    return Optional.of(by);
  }

  private List<Rational> only(int played) {
    return IntStream.range(0, actions)
        .mapToObj(action -> action == played ? Rational.ONE : Rational.ZERO)
        .toList();
  }

  /** What the action brings against every joint choice that is left to the others. */
  private static List<Rational> against(
      ExactPayoffs payoffs, int seat, int action, List<List<Integer>> left) {
    List<Rational> worth = new ArrayList<>();
    for (int index = 0; index < payoffs.profiles().size(); index++) {
      int[] profile = payoffs.profiles().get(index);
      if (profile[seat] == action
          && IntStream.range(0, profile.length)
              .allMatch(other -> other == seat || left.get(other).contains(profile[other]))) {
        worth.add(payoffs.of(seat, index));
      }
    }
    return worth;
  }
}
