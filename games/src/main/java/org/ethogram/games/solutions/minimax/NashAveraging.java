package org.ethogram.games.solutions.minimax;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.ethogram.core.ErrorCode;
import org.ethogram.core.EthogramException;
import org.ethogram.games.Game;
import org.ethogram.games.linear.Rational;
import org.ethogram.games.solutions.ExactPayoffs;

/**
 * Ratings that copies and weak opponents cannot inflate: payoffs against the equilibrium of the
 * zero-sum game of evaluation that has the largest entropy (Balduzzi, Tuyls, Perolat & Graepel
 * 2018, Re-evaluating evaluation).
 *
 * @param value of the game for who chooses the row
 * @param rows the row player's side: agents, or whatever is rated
 * @param columns the other side: the same agents, or tasks
 */
public record NashAveraging(Rational value, Side rows, Side columns) {
  /**
   * One side of the evaluation.
   *
   * @param weights the equilibrium strategy of largest entropy
   * @param ratings what each gains against the other side's weights
   * @param unique whether there is no other equilibrium strategy; then the weights are exact, else
   *     they are rounded
   */
  public record Side(List<Rational> weights, List<Rational> ratings, boolean unique) {
    public Side {
      weights = List.copyOf(weights);
      ratings = List.copyOf(ratings);
    }
  }

  /**
   * @param payoffs what each row gains from each column, which loses as much; agents against agents
   *     where it is antisymmetric, else agents against tasks
   */
  public static NashAveraging of(List<List<Rational>> payoffs) {
    List<List<Rational>> opposite = opposite(payoffs);
    OptimalStrategies rows = OptimalStrategies.of(payoffs);
    OptimalStrategies columns = opposite.equals(payoffs) ? rows : OptimalStrategies.of(opposite);
    return new NashAveraging(
        rows.value(),
        side(payoffs, rows, columns.mostEntropic()),
        side(opposite, columns, rows.mostEntropic()));
  }

  /**
   * Of a game of two: of its payoffs where it is a constant-sum game, else, where it is symmetric,
   * of half the differences of payoffs between the players.
   *
   * @throws EthogramException {@code INVALID_DATA} for other games
   */
  public static NashAveraging of(Game game) {
    if (game.seats() == 2) {
      ExactPayoffs payoffs = new ExactPayoffs(game);
      Optional<Rational> sum = ConstantSum.of(game);
      if (sum.isPresent() || game.isSymmetric()) {
        int columns = game.actions(1).size();
        return of(
            IntStream.range(0, game.actions(0).size())
                .mapToObj(
                    row ->
                        IntStream.range(0, columns)
                            .mapToObj(column -> halfDifference(payoffs, row * columns + column))
                            .toList())
                .toList());
      }
    }
    throw new EthogramException(
        ErrorCode.INVALID_DATA,
        "game '" + game.name() + "'",
        "Nash averaging needs two players whose payoffs have a constant sum, or a symmetric game",
        "Choose such a game, or security levels");
  }

  private static Rational halfDifference(ExactPayoffs payoffs, int profile) {
    return payoffs.of(0, profile).minus(payoffs.of(1, profile)).times(Rational.of(1, 2));
  }

  private static Side side(
      List<List<Rational>> payoffs, OptimalStrategies own, List<Rational> opponent) {
    return new Side(
        own.mostEntropic(),
        payoffs.stream().map(row -> Rational.product(row, opponent)).toList(),
        own.isUnique());
  }

  private static List<List<Rational>> opposite(List<List<Rational>> payoffs) {
    return IntStream.range(0, payoffs.getFirst().size())
        .mapToObj(column -> payoffs.stream().map(row -> row.get(column).negated()).toList())
        .toList();
  }
}
