package org.ethogram.games.solutions.evolutionary;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.ethogram.core.ErrorCode;
import org.ethogram.core.EthogramException;
import org.ethogram.games.Game;
import org.ethogram.games.linear.Rational;

/**
 * The evolutionarily stable strategies of a symmetric game of two: those that no small group of
 * mutants invades (Maynard Smith & Price 1973), in exact fractions.
 *
 * <p>Every support is tried; an ESS is the only symmetric equilibrium with its support (Bishop &
 * Cannings 1976). A candidate is stable exactly if a quadratic form is strictly copositive over the
 * directions towards its best responses (Haigh 1975; Abakuks 1980).
 */
public final class EvolutionaryStability {
  private static final int MOST_ACTIONS = 14;

  private final List<List<Rational>> payoffs;

  private EvolutionaryStability(List<List<Rational>> payoffs) {
    this.payoffs = payoffs;
  }

  /**
   * All evolutionarily stable strategies; there may be none.
   *
   * @throws EthogramException {@code INVALID_DATA} for a game that is not symmetric, not of two
   *     players or of more than 14 actions
   */
  public static List<List<Rational>> of(Game game) {
    if (game.seats() != 2 || !game.isSymmetric()) {
      throw invalid(
          game, "not a symmetric game of two players", "Choose one that looks alike to both");
    }
    int actions = game.actions(0).size();
    if (actions > MOST_ACTIONS) {
      throw invalid(
          game,
          actions + " actions; every support is tried, of up to " + MOST_ACTIONS,
          "Remove dominated actions");
    }
    List<List<Rational>> payoffs =
        IntStream.range(0, actions)
            .mapToObj(
                own ->
                    IntStream.range(0, actions)
                        .mapToObj(other -> Rational.of(game.payoff(0, own, other)))
                        .toList())
            .toList();
    EvolutionaryStability stability = new EvolutionaryStability(payoffs);
    return IntStream.range(1, 1 << actions)
        .mapToObj(stability::support)
        .map(stability::equilibrium)
        .flatMap(Optional::stream)
        .filter(stability::isStable)
        .toList();
  }

  private List<Integer> support(int bits) {
    return IntStream.range(0, payoffs.size()).filter(i -> (bits >> i & 1) == 1).boxed().toList();
  }

  /** The strategy with this support that is a best response to itself, where there is just one. */
  private Optional<List<Rational>> equilibrium(List<Integer> support) {
    return QuadraticForm.stationary(restricted(support))
        .map(
            probabilities -> {
              List<Rational> strategy =
                  new ArrayList<>(Collections.nCopies(payoffs.size(), Rational.ZERO));
              for (int place = 0; place < support.size(); place++) {
                strategy.set(support.get(place), probabilities.get(place));
              }
              return strategy;
            })
        .filter(strategy -> support.stream().allMatch(action -> strategy.get(action).sign() > 0))
        .filter(strategy -> bestResponses(strategy).containsAll(support));
  }

  private List<List<Rational>> restricted(List<Integer> support) {
    return support.stream()
        .map(own -> support.stream().map(other -> payoffs.get(own).get(other)).toList())
        .toList();
  }

  private List<Integer> bestResponses(List<Rational> strategy) {
    List<Rational> worth = payoffs.stream().map(row -> Rational.product(row, strategy)).toList();
    Rational best = worth.stream().reduce(Rational::max).orElseThrow();
    return IntStream.range(0, worth.size())
        .filter(action -> worth.get(action).equals(best))
        .boxed()
        .toList();
  }

  /**
   * Whether mutants towards other best responses earn less against themselves than the strategy
   * does against them.
   */
  private boolean isStable(List<Rational> strategy) {
    List<Integer> best = bestResponses(strategy);
    int pivot = best.stream().filter(i -> !strategy.get(i).isZero()).findFirst().orElseThrow();
    List<Integer> played =
        best.stream().filter(i -> i != pivot && !strategy.get(i).isZero()).toList();
    List<Integer> unplayed = best.stream().filter(i -> strategy.get(i).isZero()).toList();
    List<Integer> directions = new ArrayList<>(played);
    directions.addAll(unplayed);
    Rational[][] form =
        directions.stream()
            .map(i -> directions.stream().map(j -> loss(pivot, i, j)).toArray(Rational[]::new))
            .toArray(Rational[][]::new);
    return QuadraticForm.isStrictlyCopositive(form, played.size());
  }

  /** The symmetric part of what moving from the pivot to both actions costs against itself. */
  private Rational loss(int pivot, int one, int other) {
    return half(pivot, one, other).plus(half(pivot, other, one));
  }

  private Rational half(int pivot, int one, int other) {
    return payoffs
        .get(pivot)
        .get(other)
        .plus(payoffs.get(one).get(pivot))
        .minus(payoffs.get(one).get(other))
        .minus(payoffs.get(pivot).get(pivot));
  }

  private static EthogramException invalid(Game game, String problem, String remedy) {
    return new EthogramException(
        ErrorCode.INVALID_DATA, "game '" + game.name() + "'", problem, remedy);
  }
}
