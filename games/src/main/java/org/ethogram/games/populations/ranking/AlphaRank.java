package org.ethogram.games.populations.ranking;

import java.util.List;
import java.util.stream.IntStream;
import org.ethogram.core.ErrorCode;
import org.ethogram.core.EthogramException;
import org.ethogram.games.chains.StationaryDistribution;
import org.ethogram.games.populations.PayoffMatrix;
import org.ethogram.games.populations.PopulationGame;
import org.ethogram.games.populations.RolePayoffs;

/**
 * How much of the time populations spend with each joint choice of types, one mutant at a time
 * taking over or not (Omidshafiei et al. 2019).
 *
 * <p>In one population a mutant's fitness is what it earns from residents and theirs what they earn
 * from it; of several populations, one for each seat, only one has a mutant at a time. A mutant
 * that earns u more than the resident takes over with the chance (1 - exp(-alpha u)) / (1 -
 * exp(-alpha m u)), or 1 / m where u is 0.
 *
 * <p>With alpha infinite, a mutant that earns more takes over, one that earns as much does with the
 * chance 1 / m (Rowland et al. 2019), and one that earns less does with a chance that goes to 0,
 * the same for all: its limit makes the distribution the only one.
 *
 * @param alpha above 0, the strength of selection; may be infinite
 * @param size m, the individuals of each population, at least 2
 */
public record AlphaRank(PopulationGame game, double alpha, int size) {
  /** The most joint choices that are ranked. */
  public static final int MOST = 1000;

  /** ln of the vanishing chance; its square is still told from 0 in logarithms. */
  private static final double VANISHING = -1e6;

  public AlphaRank {
    if (!(alpha > 0)) {
      throw invalid("an alpha of " + alpha, "Give a number above 0, or inf");
    }
    if (size < 2) {
      throw invalid("a population of " + size, "Give at least two individuals");
    }
    double count = 1;
    for (int population = 0; population < game.populations(); population++) {
      count *= game.types(population).size();
    }
    if (count > MOST) {
      throw invalid(
          "%.0f joint choices, of which %d can be ranked".formatted(count, MOST),
          "Leave out types");
    }
  }

  /** What is ranked: one type for each population, the last one's running fastest. */
  public List<int[]> profiles() {
    return switch (game) {
      case RolePayoffs roles -> roles.game().profiles();
      default ->
          IntStream.range(0, game.types(0).size()).mapToObj(type -> new int[] {type}).toList();
    };
  }

  /** The share of time spent with each of {@link #profiles}. */
  public double[] stationary() {
    return StationaryDistribution.ofLogarithms(logTransitions());
  }

  /** The chance of going from each profile to each other at the next mutation. */
  public double[][] transitions() {
    double[][] transitions = logTransitions();
    for (int from = 0; from < transitions.length; from++) {
      double leaves = 0;
      for (int to = 0; to < transitions.length; to++) {
        transitions[from][to] = Math.exp(transitions[from][to]);
        leaves += transitions[from][to];
      }
      transitions[from][from] = 1 - leaves;
    }
    return transitions;
  }

  private double[][] logTransitions() {
    List<int[]> profiles = profiles();
    int mutants = 0;
    for (int population = 0; population < game.populations(); population++) {
      mutants += game.types(population).size() - 1;
    }
    double chosen = -Math.log(Math.max(1, mutants));
    double[][] transitions = new double[profiles.size()][profiles.size()];
    for (int from = 0; from < transitions.length; from++) {
      for (int to = 0; to < transitions.length; to++) {
        int seat = deviant(profiles.get(from), profiles.get(to));
        transitions[from][to] =
            seat < 0
                ? Double.NEGATIVE_INFINITY
                : chosen + logFixation(advantage(seat, profiles.get(from), profiles.get(to)));
      }
    }
    return transitions;
  }

  /** The only population whose type differs; -1 where none or several do. */
  private static int deviant(int[] from, int[] to) {
    int[] differing =
        IntStream.range(0, from.length).filter(seat -> from[seat] != to[seat]).toArray();
    return differing.length == 1 ? differing[0] : -1;
  }

  private double advantage(int seat, int[] resident, int[] mutant) {
    return switch (game) {
      case PayoffMatrix matrix ->
          matrix.payoff(mutant[0], resident[0]) - matrix.payoff(resident[0], mutant[0]);
      case RolePayoffs roles ->
          roles.game().payoff(seat, mutant) - roles.game().payoff(seat, resident);
      default -> throw new IllegalStateException("no alpha-rank of " + game.getClass());
    };
  }

  private double logFixation(double advantage) {
    if (advantage == 0) {
      return -Math.log(size);
    }
    if (Double.isInfinite(alpha)) {
      return advantage > 0 ? 0 : VANISHING;
    }
    double strength = alpha * Math.abs(advantage);
    double one = Math.log(-Math.expm1(-strength));
    double all = Math.log(-Math.expm1(-strength * size));
    return one - all - (advantage > 0 ? 0 : (size - 1) * strength);
  }

  private static EthogramException invalid(String problem, String remedy) {
    return new EthogramException(ErrorCode.INVALID_DATA, "alpha-rank", problem, remedy);
  }
}
