package org.ethogram.games.populations;

import org.ethogram.core.ErrorCode;
import org.ethogram.core.EthogramException;

/**
 * Two types in a well-mixed population of finite size, one birth and one death at a time, nobody
 * playing with itself.
 *
 * @param population how many there are, at least 2
 */
public record Fixation(PayoffMatrix payoffs, int population, Selection selection) {
  public Fixation {
    if (population < 2) {
      throw new EthogramException(
          ErrorCode.INVALID_DATA,
          "population",
          population + " individuals",
          "Give at least two individuals");
    }
  }

  /**
   * The probability that the offspring of one mutant take over a population of residents: 1 / (1 +
   * sum_k prod_i g_i / f_i), i mutants earning f_i and the residents g_i (Nowak, Sasaki, Taylor &
   * Fudenberg 2004; 1 / population under drift).
   */
  public double probability(int mutant, int resident) {
    double sum = 1;
    double product = 1;
    for (int mutants = 1; mutants < population; mutants++) {
      product *=
          selection.ratio(
              earns(resident, mutant, population - mutants), earns(mutant, resident, mutants));
      sum += product;
      if (Double.isInfinite(sum)) {
        return 0;
      }
    }
    return 1 / sum;
  }

  /** The mean payoff of one of so many of a type, the rest being of another. */
  private double earns(int type, int other, int many) {
    return (payoffs.payoff(type, type) * (many - 1)
            + payoffs.payoff(type, other) * (population - many))
        / (population - 1);
  }
}
