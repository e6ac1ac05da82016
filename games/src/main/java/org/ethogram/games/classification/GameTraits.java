package org.ethogram.games.classification;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.ethogram.games.Game;
import org.ethogram.games.linear.Rational;
import org.ethogram.games.solutions.nash.PureEquilibria;
import org.ethogram.games.solutions.selection.Potential;

/**
 * What can be said of any game from its payoffs.
 *
 * @param symmetric whether exchanging any two seats changes nothing
 * @param constantSum what every profile is worth to all together, where it is the same; 0 in a
 *     zero-sum game
 * @param commonInterest whether every profile is worth the same to everybody
 * @param exactPotential whether one function tells what each player gains by leaving a profile
 *     (Monderer & Shapley 1996, theorem 2.8)
 * @param improvementsEnd whether nobody can run in a circle by bettering itself (the finite
 *     improvement property, ibid. section 2)
 * @param dominant for each seat the action that is better than any other whatever the others do
 * @param equilibria the pure Nash equilibria
 * @param socialDilemma whether everybody has a dominant action and everybody would be better off if
 *     all took another one each (Dawes 1980, Social dilemmas)
 * @param deficientEquilibrium whether some pure equilibrium is not Pareto efficient (Kollock 1998,
 *     Social dilemmas: the anatomy of cooperation)
 */
public record GameTraits(
    boolean symmetric,
    Optional<Rational> constantSum,
    boolean commonInterest,
    boolean exactPotential,
    boolean improvementsEnd,
    List<OptionalInt> dominant,
    List<int[]> equilibria,
    boolean socialDilemma,
    boolean deficientEquilibrium) {
  public GameTraits {
    dominant = List.copyOf(dominant);
    equilibria = List.copyOf(equilibria);
  }

  public static GameTraits of(Game game) {
    List<OptionalInt> dominant =
        IntStream.range(0, game.seats()).mapToObj(seat -> dominant(game, seat)).toList();
    List<int[]> equilibria = PureEquilibria.profiles(game);
    return new GameTraits(
        game.isSymmetric(),
        constantSum(game),
        isCommonInterest(game),
        Potential.of(game).isPresent(),
        ImprovementPaths.end(game),
        dominant,
        equilibria,
        isSocialDilemma(game, dominant),
        equilibria.stream().anyMatch(profile -> !Efficiency.isEfficient(game, profile)));
  }

  /** How many players have a dominant action. */
  public int dominantActions() {
    return (int) dominant.stream().filter(OptionalInt::isPresent).count();
  }

  private static Optional<Rational> constantSum(Game game) {
    List<Rational> sums =
        game.profiles().stream()
            .map(
                profile ->
                    IntStream.range(0, game.seats())
                        .mapToObj(seat -> Rational.of(game.payoff(seat, profile)))
                        .reduce(Rational.ZERO, Rational::plus))
            .distinct()
            .limit(2)
            .toList();
    return sums.size() == 1 ? Optional.of(sums.getFirst()) : Optional.empty();
  }

  private static boolean isCommonInterest(Game game) {
    return game.profiles().stream()
        .allMatch(
            profile ->
                IntStream.range(1, game.seats())
                    .allMatch(seat -> game.payoff(seat, profile) == game.payoff(0, profile)));
  }

  private static OptionalInt dominant(Game game, int seat) {
    return IntStream.range(0, game.actions(seat).size())
        .filter(action -> game.actions(seat).size() > 1 && isDominant(game, seat, action))
        .findFirst();
  }

  private static boolean isDominant(Game game, int seat, int action) {
    return game.profiles().stream()
        .filter(profile -> profile[seat] != action)
        .allMatch(
            profile -> {
              int[] changed = profile.clone();
              changed[seat] = action;
              return game.payoff(seat, changed) > game.payoff(seat, profile);
            });
  }

  private static boolean isSocialDilemma(Game game, List<OptionalInt> dominant) {
    if (dominant.stream().anyMatch(OptionalInt::isEmpty)) {
      return false;
    }
    int[] tempting = dominant.stream().mapToInt(OptionalInt::getAsInt).toArray();
    return game.profiles().stream()
        .anyMatch(
            profile ->
                IntStream.range(0, game.seats())
                    .allMatch(
                        seat ->
                            profile[seat] != tempting[seat]
                                && game.payoff(seat, profile) > game.payoff(seat, tempting)));
  }
}
