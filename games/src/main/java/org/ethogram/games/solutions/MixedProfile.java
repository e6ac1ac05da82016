package org.ethogram.games.solutions;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.ethogram.core.ErrorCode;
import org.ethogram.core.EthogramException;
import org.ethogram.games.Game;
import org.ethogram.games.linear.Rational;

/**
 * One mixed strategy a seat.
 *
 * @param strategies for each seat the probabilities of its actions, in exact fractions
 */
public record MixedProfile(List<List<Rational>> strategies) {
  public MixedProfile {
    strategies = strategies.stream().map(List::copyOf).toList();
  }

  /** The profile in which nobody mixes. */
  public static MixedProfile pure(Game game, int[] actions) {
    List<List<Rational>> strategies = new ArrayList<>();
    for (int seat = 0; seat < game.seats(); seat++) {
      List<Rational> strategy =
          new ArrayList<>(Collections.nCopies(game.actions(seat).size(), Rational.ZERO));
      strategy.set(actions[seat], Rational.ONE);
      strategies.add(strategy);
    }
    return new MixedProfile(strategies);
  }

  /**
   * The profile nearest to these numbers whose probabilities sum to 1 exactly.
   *
   * @param numbers for each seat, at least 0 and not all 0
   */
  public static MixedProfile near(double[][] numbers) {
    return new MixedProfile(
        Arrays.stream(numbers)
            .map(
                seat -> {
                  List<Rational> exact = Arrays.stream(seat).mapToObj(Rational::of).toList();
                  Rational sum = exact.stream().reduce(Rational.ZERO, Rational::plus);
                  return exact.stream().map(x -> x.over(sum)).toList();
                })
            .toList());
  }

  public List<Rational> strategy(int seat) {
    return strategies.get(seat);
  }

  /** Whether nobody mixes. */
  public boolean isPure() {
    return strategies.stream().allMatch(strategy -> strategy.contains(Rational.ONE));
  }

  /** The actions that the seat plays at all. */
  public List<Integer> support(int seat) {
    List<Integer> support = new ArrayList<>();
    for (int action = 0; action < strategies.get(seat).size(); action++) {
      if (!strategies.get(seat).get(action).isZero()) {
        support.add(action);
      }
    }
    return support;
  }

  /**
   * @throws EthogramException {@code INVALID_DATA} unless the profile holds a distribution over the
   *     actions of each seat of the game
   */
  public void requireOf(Game game) {
    if (strategies.size() != game.seats()) {
      throw invalid(
          strategies.size() + " strategies for " + game.seats() + " players of " + game.name(),
          "Give one a player");
    }
    for (int seat = 0; seat < game.seats(); seat++) {
      List<Rational> strategy = strategies.get(seat);
      String whose = "player " + (seat + 1);
      if (strategy.size() != game.actions(seat).size()) {
        throw invalid(
            strategy.size() + " probabilities of " + whose + " with " + game.actions(seat),
            "Give one for each action");
      }
      Rational sum = strategy.stream().reduce(Rational.ZERO, Rational::plus);
      if (!sum.equals(Rational.ONE) || strategy.stream().anyMatch(x -> x.sign() < 0)) {
        throw invalid(
            "probabilities " + strategy + " of " + whose + " sum to " + sum,
            "Give numbers of at least 0 that sum to 1, as fractions where decimals do not");
      }
    }
  }

  private static EthogramException invalid(String problem, String remedy) {
    return new EthogramException(ErrorCode.INVALID_DATA, "mixed profile", problem, remedy);
  }
}
