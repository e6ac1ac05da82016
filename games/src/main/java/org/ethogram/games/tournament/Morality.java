package org.ethogram.games.tournament;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.DoubleUnaryOperator;
import org.ethogram.core.Ratio;

/**
 * Morality by who cooperates with whom (Singer-Clark 2014, Morality metrics on iterated prisoner's
 * dilemma players).
 *
 * <p>The eigenvector ratings rest on the matrix of cooperation rates, a row for each player and a
 * column for each opponent, copies included where they met; players that never met stand at 0.
 */
public final class Morality {
  private final Standings standings;

  public Morality(Standings standings) {
    this.standings = standings;
  }

  /** The share of rounds with others in which the player cooperated. */
  public Ratio cooperatingRating(int player) {
    return standings.outcomesWithOthers(player).cooperation();
  }

  /** The share of its matches with others in which it cooperated at least as often as they did. */
  public Ratio goodPartnerRating(int player) {
    Ratio rating = Ratio.UNDEFINED;
    for (int opponent : standings.opponents(player)) {
      if (opponent != player) {
        Encounter encounter = standings.encounter(player, opponent).orElseThrow();
        rating = rating.plus(new Ratio(encounter.matchesAsGoodPartner(), encounter.matches()));
      }
    }
    return rating;
  }

  /**
   * Each player's morality when cooperating with the moral is what makes moral: the principal
   * eigenvector of the cooperation rates. Empty where there is none.
   */
  public Optional<double[]> eigenjesus() {
    return PrincipalEigenvector.of(matrix(rate -> rate));
  }

  /**
   * The same where defecting against the immoral is moral too: the principal eigenvector of {@link
   * #vengefulCooperation}. Empty where there is none.
   */
  public Optional<double[]> eigenmoses() {
    return PrincipalEigenvector.of(matrix(Morality::vengeful));
  }

  /** The share of rounds with the opponent in which the player cooperated. */
  public Ratio cooperation(int player, int opponent) {
    return standings
        .encounter(player, opponent)
        .map(encounter -> encounter.outcomes().cooperation())
        .orElse(Ratio.UNDEFINED);
  }

  /** Cooperation from -1, always defected, to 1, always cooperated; empty where they never met. */
  public OptionalDouble vengefulCooperation(int player, int opponent) {
    return map(cooperation(player, opponent), Morality::vengeful);
  }

  private static double vengeful(double rate) {
    return 2 * (rate - 0.5);
  }

  private static OptionalDouble map(Ratio ratio, DoubleUnaryOperator function) {
    OptionalDouble rate = ratio.value();
    return rate.isPresent()
        ? OptionalDouble.of(function.applyAsDouble(rate.getAsDouble()))
        : OptionalDouble.empty();
  }

  private double[][] matrix(DoubleUnaryOperator entry) {
    int players = standings.field().size();
    double[][] matrix = new double[players][players];
    for (int player = 0; player < players; player++) {
      for (int opponent = 0; opponent < players; opponent++) {
        matrix[player][opponent] = map(cooperation(player, opponent), entry).orElse(0);
      }
    }
    return matrix;
  }
}
