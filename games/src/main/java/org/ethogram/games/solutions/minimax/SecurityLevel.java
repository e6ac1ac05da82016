package org.ethogram.games.solutions.minimax;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.ethogram.games.Game;
import org.ethogram.games.linear.LinearProgram;
import org.ethogram.games.linear.LinearProgram.Constraint;
import org.ethogram.games.linear.LinearProgram.Optimum;
import org.ethogram.games.linear.LinearProgram.Relation;
import org.ethogram.games.linear.Rational;
import org.ethogram.games.solutions.ExactPayoffs;

/**
 * What a player can make sure of whatever the others do, and what the others, who may coordinate,
 * can hold the player down to. With mixed strategies both are the same (von Neumann 1928).
 *
 * @param value of the mixed strategies
 * @param strategy a mixed strategy that secures the value: the maximin strategy
 * @param punishment a distribution over the others' joint choices that allows no more: the minimax
 *     strategy, with two players simply the opponent's; in the order of {@link #others}
 * @param pureMaximin the most that a single action secures
 * @param pureMinimax the least that a single joint choice of the others allows
 */
public record SecurityLevel(
    int seat,
    Rational value,
    List<Rational> strategy,
    List<Rational> punishment,
    Rational pureMaximin,
    Rational pureMinimax) {
  public SecurityLevel {
    strategy = List.copyOf(strategy);
    punishment = List.copyOf(punishment);
  }

  public static SecurityLevel of(Game game, int seat) {
    List<List<Rational>> worth = worth(game, seat);
    Optimum secured = secured(worth);
    Optimum allowed = secured(opposite(worth));
    int actions = worth.size();
    return new SecurityLevel(
        seat,
        secured.value(),
        secured.point().subList(0, actions),
        allowed.point().subList(0, worth.getFirst().size()),
        worth.stream().map(SecurityLevel::least).reduce(Rational::max).orElseThrow(),
        opposite(worth).stream()
            .map(SecurityLevel::least)
            .reduce(Rational::max)
            .orElseThrow()
            .negated());
  }

  /** The joint choices of the other seats, the last seat's action running fastest. */
  public static List<int[]> others(Game game, int seat) {
    return game.profiles().stream().filter(profile -> profile[seat] == 0).toList();
  }

  /** For each action of the seat, its payoff against every joint choice of the others. */
  private static List<List<Rational>> worth(Game game, int seat) {
    ExactPayoffs payoffs = new ExactPayoffs(game);
    List<List<Rational>> worth = new ArrayList<>();
    for (int action = 0; action < game.actions(seat).size(); action++) {
      int own = action;
      worth.add(
          IntStream.range(0, payoffs.profiles().size())
              .filter(index -> payoffs.profiles().get(index)[seat] == own)
              .mapToObj(index -> payoffs.of(seat, index))
              .toList());
    }
    return worth;
  }

  /** The same for the others together, who gain what the seat loses. */
  private static List<List<Rational>> opposite(List<List<Rational>> worth) {
    return IntStream.range(0, worth.getFirst().size())
        .mapToObj(other -> worth.stream().map(row -> row.get(other).negated()).toList())
        .toList();
  }

  /**
   * The rows' mixture with the largest guaranteed payoff, which follows it as the last unknown,
   * moved to be at least 0.
   */
  static Optimum secured(List<List<Rational>> worth) {
    int rows = worth.size();
    Rational least = worth.stream().map(SecurityLevel::least).reduce(Rational::min).orElseThrow();
    List<Constraint> constraints = new ArrayList<>();
    for (int column = 0; column < worth.getFirst().size(); column++) {
      int against = column;
      List<Rational> coefficients =
          new ArrayList<>(worth.stream().map(row -> row.get(against).minus(least)).toList());
      coefficients.add(Rational.ONE.negated());
      constraints.add(new Constraint(coefficients, Relation.AT_LEAST, Rational.ZERO));
    }
    List<Rational> sum = new ArrayList<>(Collections.nCopies(rows, Rational.ONE));
    sum.add(Rational.ZERO);
    constraints.add(new Constraint(sum, Relation.EQUAL, Rational.ONE));
    List<Rational> objective = new ArrayList<>(Collections.nCopies(rows, Rational.ZERO));
    objective.add(Rational.ONE);
    Optimum optimum = new LinearProgram(objective, constraints).optimum();
    return new Optimum(optimum.value().plus(least), optimum.point());
  }

  private static Rational least(List<Rational> numbers) {
    return numbers.stream().reduce(Rational::min).orElseThrow();
  }
}
