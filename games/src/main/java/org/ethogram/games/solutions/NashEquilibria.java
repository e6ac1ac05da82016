package org.ethogram.games.solutions;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.ethogram.core.ErrorCode;
import org.ethogram.core.EthogramException;
import org.ethogram.games.Game;

/**
 * All extreme Nash equilibria of a two-player game, in exact fractions.
 *
 * <p>Every equilibrium of a nondegenerate game is extreme; those of a degenerate one are the convex
 * combinations within its connected sets, of which these are the corners. Found by the corners of
 * both best-response polytopes whose labels complete each other (Mangasarian 1964; von Stengel
 * 2007, Algorithmic Game Theory, section 3.4).
 *
 * @param equilibria pure ones first
 * @param degenerate whether some mixed strategy has more pure best responses than its support is
 *     large
 */
public record NashEquilibria(List<Equilibrium> equilibria, boolean degenerate) {
  private static final int MOST_ACTIONS = 16;

  public NashEquilibria {
    equilibria = List.copyOf(equilibria);
  }

  /**
   * @throws EthogramException {@code INVALID_DATA} for games of other than two players or of more
   *     than 16 actions together, which would take too long
   */
  public static NashEquilibria of(Game game) {
    if (game.seats() != 2) {
      throw invalid(game, game.seats() + " players", "Choose a game of two players");
    }
    int rows = game.actions(0).size();
    int columns = game.actions(1).size();
    if (rows + columns > MOST_ACTIONS) {
      throw invalid(
          game,
          rows + " and " + columns + " actions",
          "Choose a game of at most " + MOST_ACTIONS + " actions together");
    }
    List<List<Rational>> rowPayoffs =
        positive(rows, columns, (row, column) -> game.payoff(0, row, column));
    List<List<Rational>> columnPayoffs =
        positive(columns, rows, (column, row) -> game.payoff(1, row, column));
    Map<List<Rational>, Set<Integer>> rowCorners = new Polytope(columnPayoffs).corners();
    Map<List<Rational>, Set<Integer>> columnCorners = new Polytope(rowPayoffs).corners();
    List<Equilibrium> equilibria = new ArrayList<>();
    rowCorners.forEach(
        (x, rowLabels) ->
            columnCorners.forEach(
                (y, columnLabels) -> {
                  if (isComplete(rowLabels, columnLabels, rows, columns)
                      && !isOrigin(x)
                      && !isOrigin(y)) {
                    equilibria.add(new Equilibrium(normalised(x), normalised(y)));
                  }
                }));
    equilibria.sort((one, other) -> Boolean.compare(other.isPure(), one.isPure()));
    boolean degenerate =
        rowCorners.values().stream().anyMatch(labels -> labels.size() > rows)
            || columnCorners.values().stream().anyMatch(labels -> labels.size() > columns);
    return new NashEquilibria(equilibria, degenerate);
  }

  /** A payoff by its place in a matrix. */
  @FunctionalInterface
  private interface Payoff {
    double at(int own, int other);
  }

  /** The payoffs of each own action against each of the other's, moved above 0. */
  private static List<List<Rational>> positive(int own, int others, Payoff payoff) {
    Rational least = Rational.of(payoff.at(0, 0));
    List<List<Rational>> exact = new ArrayList<>();
    for (int action = 0; action < own; action++) {
      List<Rational> row = new ArrayList<>();
      for (int other = 0; other < others; other++) {
        Rational worth = Rational.of(payoff.at(action, other));
        row.add(worth);
        least = worth.compareTo(least) < 0 ? worth : least;
      }
      exact.add(row);
    }
    Rational shift = Rational.ONE.minus(least);
    return exact.stream()
        .map(row -> row.stream().map(worth -> worth.plus(shift)).toList())
        .toList();
  }

  /**
   * Whether every action of both is either never played or a best response. The row player's corner
   * labels its own actions first, the column player's corner likewise.
   */
  private static boolean isComplete(
      Set<Integer> rowLabels, Set<Integer> columnLabels, int rows, int columns) {
    Set<Integer> labels = new TreeSet<>(rowLabels);
    columnLabels.forEach(label -> labels.add(label < columns ? rows + label : label - columns));
    return labels.size() == rows + columns;
  }

  private static boolean isOrigin(List<Rational> point) {
    return point.stream().allMatch(Rational::isZero);
  }

  private static List<Rational> normalised(List<Rational> point) {
    Rational sum = point.stream().reduce(Rational.ZERO, Rational::plus);
    return point.stream().map(x -> x.over(sum)).toList();
  }

  private static EthogramException invalid(Game game, String problem, String remedy) {
    return new EthogramException(
        ErrorCode.INVALID_DATA, "game '" + game.name() + "'", problem, remedy);
  }
}
