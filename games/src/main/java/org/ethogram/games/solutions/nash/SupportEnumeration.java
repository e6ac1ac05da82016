package org.ethogram.games.solutions.nash;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ethogram.games.Game;
import org.ethogram.games.linear.LinearSystem;
import org.ethogram.games.linear.Rational;
import org.ethogram.games.solutions.Equilibrium;

/**
 * Equilibria by trying every pair of supports of equal size: in a nondegenerate game, all of them
 * (von Stengel 2007, Algorithmic Game Theory, algorithm 3.4). In a degenerate one, those at which
 * the equations of their supports have a single solution.
 */
public final class SupportEnumeration {
  private final Bimatrix game;

  /**
   * @throws org.ethogram.core.EthogramException {@code INVALID_DATA} for a game of other than two
   *     players
   */
  public SupportEnumeration(Game game) {
    this.game = new Bimatrix(game);
  }

  public List<Equilibrium> equilibria() {
    List<Equilibrium> equilibria = new ArrayList<>();
    for (int size = 1; size <= Math.min(game.rows(), game.columns()); size++) {
      for (List<Integer> rows : Supports.ofSize(game.rows(), size)) {
        for (List<Integer> columns : Supports.ofSize(game.columns(), size)) {
          equilibrium(rows, columns).ifPresent(equilibria::add);
        }
      }
    }
    return equilibria;
  }

  private Optional<Equilibrium> equilibrium(List<Integer> rows, List<Integer> columns) {
    return indifferent(0, rows, columns)
        .flatMap(
            y ->
                indifferent(1, columns, rows)
                    .map(
                        x ->
                            game.equilibrium(
                                Supports.spread(game.rows(), rows, x),
                                Supports.spread(game.columns(), columns, y))))
        .filter(Equilibrium::isExact);
  }

  /** The opponent's probabilities, all above 0, that make the seat's actions equally good. */
  private Optional<List<Rational>> indifferent(
      int seat, List<Integer> own, List<Integer> opponents) {
    int size = own.size();
    Rational[][] equations = new Rational[size][size + 1];
    for (int place = 0; place < size; place++) {
      for (int against = 0; against < size; against++) {
        equations[place][against] =
            place == 0
                ? Rational.ONE
                : payoff(seat, own.get(place), opponents.get(against))
                    .minus(payoff(seat, own.getFirst(), opponents.get(against)));
      }
      equations[place][size] = place == 0 ? Rational.ONE : Rational.ZERO;
    }
    return LinearSystem.solve(equations)
        .filter(solution -> solution.stream().allMatch(x -> x.sign() > 0));
  }

  private Rational payoff(int seat, int own, int other) {
    return seat == 0 ? game.payoff(0, own, other) : game.payoff(1, other, own);
  }
}
