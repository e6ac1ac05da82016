package org.ethogram.games.populations;

import org.ethogram.core.ErrorCode;
import org.ethogram.core.EthogramException;

/** How payoffs become chances of replacing others: the ratio that decides between two types. */
public sealed interface Selection {
  /**
   * How much more probable a step towards the resident is than one towards the mutant, given what
   * each earns.
   */
  double ratio(double resident, double mutant);

  /** The fitness of a payoff, by which parents are drawn in proportion. */
  double fitness(double payoff);

  /**
   * Moran: fitness 1 - w + w * payoff (Nowak, Sasaki, Taylor & Fudenberg 2004).
   *
   * @param intensity w, from 0 (drift) to 1
   */
  record Linear(double intensity) implements Selection {
    public Linear {
      if (!(intensity >= 0 && intensity <= 1)) {
        throw invalid("an intensity of " + intensity, "Give a number from 0 to 1");
      }
    }

    @Override
    public double ratio(double resident, double mutant) {
      return fitness(resident) / fitness(mutant);
    }

    @Override
    public double fitness(double payoff) {
      double fitness = 1 - intensity + intensity * payoff;
      if (!(fitness > 0)) {
        throw invalid("a fitness of " + fitness, "Raise the payoffs, or use exponential selection");
      }
      return fitness;
    }
  }

  /**
   * Fitness exp(beta * payoff); the same ratio as imitation by the Fermi rule (Traulsen, Shoresh &
   * Nowak 2008; Szabo & Toke 1998).
   *
   * @param intensity beta, at least 0
   */
  record Exponential(double intensity) implements Selection {
    public Exponential {
      if (!(intensity >= 0) || Double.isInfinite(intensity)) {
        throw invalid("an intensity of " + intensity, "Give a number of at least 0");
      }
    }

    @Override
    public double ratio(double resident, double mutant) {
      return Math.exp(intensity * (resident - mutant));
    }

    @Override
    public double fitness(double payoff) {
      return Math.exp(intensity * payoff);
    }
  }

  private static EthogramException invalid(String problem, String remedy) {
    return new EthogramException(ErrorCode.INVALID_DATA, "selection", problem, remedy);
  }
}
