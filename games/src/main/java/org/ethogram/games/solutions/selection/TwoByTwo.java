package org.ethogram.games.solutions.selection;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.ethogram.games.Game;
import org.ethogram.games.linear.Rational;
import org.ethogram.games.solutions.Equilibrium;
import org.ethogram.games.solutions.ExactPayoffs;
import org.ethogram.games.solutions.nash.PureEquilibria;

/**
 * Which of the two strict equilibria of a coordination game with two actions each is chosen
 * (Harsanyi & Selten 1988, A General Theory of Equilibrium Selection in Games, sections 3.3 and
 * 3.9).
 *
 * @param equilibria both, with their pure profiles
 * @param deviationLosses for each, the product of what both lose by leaving it alone
 * @param riskDominant the one with the larger product; empty where they are equal
 * @param payoffDominant the one that is better for both; empty where there is none
 */
public record TwoByTwo(
    List<Equilibrium> equilibria,
    List<Rational> deviationLosses,
    Optional<Equilibrium> riskDominant,
    Optional<Equilibrium> payoffDominant) {
  public TwoByTwo {
    equilibria = List.copyOf(equilibria);
    deviationLosses = List.copyOf(deviationLosses);
  }

  /** The choice; empty for a game of another size or without two strict equilibria. */
  public static Optional<TwoByTwo> of(Game game) {
    if (game.seats() != 2 || game.actions(0).size() != 2 || game.actions(1).size() != 2) {
      return Optional.empty();
    }
    ExactPayoffs payoffs = new ExactPayoffs(game);
    List<Equilibrium> strict = new ArrayList<>();
    List<Rational> products = new ArrayList<>();
    for (Equilibrium equilibrium : PureEquilibria.of(game)) {
      Rational product = deviationLoss(payoffs, equilibrium);
      if (product.sign() > 0) {
        strict.add(equilibrium);
        products.add(product);
      }
    }
    if (strict.size() != 2) {
      return Optional.empty();
    }
    int order = products.get(0).compareTo(products.get(1));
    Optional<Equilibrium> risk =
        order == 0 ? Optional.empty() : Optional.of(strict.get(order > 0 ? 0 : 1));
    Optional<Equilibrium> payoff =
        isBetter(strict.get(0), strict.get(1))
            ? Optional.of(strict.get(0))
            : isBetter(strict.get(1), strict.get(0))
                ? Optional.of(strict.get(1))
                : Optional.empty();
    return Optional.of(new TwoByTwo(strict, products, risk, payoff));
  }

  private static Rational deviationLoss(ExactPayoffs payoffs, Equilibrium equilibrium) {
    return IntStream.range(0, 2)
        .mapToObj(
            seat -> {
              List<Rational> worth = payoffs.ofActions(seat, equilibrium.profile());
              int played = equilibrium.profile().support(seat).getFirst();
              return worth.get(played).minus(worth.get(1 - played));
            })
        .reduce(Rational.ONE, Rational::times);
  }

  private static boolean isBetter(Equilibrium one, Equilibrium other) {
    return IntStream.range(0, 2)
        .allMatch(seat -> one.payoffs().get(seat).compareTo(other.payoffs().get(seat)) > 0);
  }
}
