package org.ethogram.games.solutions.nash;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.ethogram.core.ErrorCode;
import org.ethogram.core.EthogramException;
import org.ethogram.games.Game;
import org.ethogram.games.linear.Rational;
import org.ethogram.games.solutions.Equilibrium;
import org.ethogram.games.solutions.ExactPayoffs;
import org.ethogram.games.solutions.MixedProfile;

/** A game of two as its exact payoffs. */
final class Bimatrix {
  private final ExactPayoffs payoffs;
  private final int rows;
  private final int columns;

  /**
   * @throws EthogramException {@code INVALID_DATA} for a game of other than two players
   */
  Bimatrix(Game game) {
    if (game.seats() != 2) {
      throw new EthogramException(
          ErrorCode.INVALID_DATA,
          "game '" + game.name() + "'",
          game.seats() + " players",
          "Choose a game of two players");
    }
    payoffs = new ExactPayoffs(game);
    rows = game.actions(0).size();
    columns = game.actions(1).size();
  }

  int rows() {
    return rows;
  }

  int columns() {
    return columns;
  }

  /** What a pair of actions is worth to the seat. */
  Rational payoff(int seat, int row, int column) {
    return payoffs.of(seat, row * columns + column);
  }

  /** The polytope of the row player's strategies, whose corners the column player's answers cut. */
  BestResponsePolytope rowStrategies() {
    return new BestResponsePolytope(
        positive(columns, rows, (column, row) -> payoff(1, row, column)));
  }

  /** The polytope of the column player's strategies. */
  BestResponsePolytope columnStrategies() {
    return new BestResponsePolytope(
        positive(rows, columns, (row, column) -> payoff(0, row, column)));
  }

  /** The equilibrium of two points of the polytopes, neither of them the origin. */
  Equilibrium equilibrium(List<Rational> x, List<Rational> y) {
    return Equilibrium.of(payoffs, new MixedProfile(List.of(normalised(x), normalised(y))));
  }

  static List<Rational> normalised(List<Rational> point) {
    Rational sum = point.stream().reduce(Rational.ZERO, Rational::plus);
    return point.stream().map(x -> x.over(sum)).toList();
  }

  /** A payoff by its place in a matrix. */
  @FunctionalInterface
  private interface Payoff {
    Rational at(int own, int other);
  }

  /** The payoffs of each own action against each of the other's, moved above 0. */
  private static List<List<Rational>> positive(int own, int others, Payoff payoff) {
    List<List<Rational>> exact = new ArrayList<>();
    for (int action = 0; action < own; action++) {
      int of = action;
      exact.add(IntStream.range(0, others).mapToObj(other -> payoff.at(of, other)).toList());
    }
    Rational least = exact.stream().flatMap(List::stream).reduce(Rational::min).orElseThrow();
    Rational shift = Rational.ONE.minus(least);
    return exact.stream()
        .map(row -> row.stream().map(worth -> worth.plus(shift)).toList())
        .toList();
  }
}
