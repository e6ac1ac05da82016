package org.ethogram.games.populations.finite;

import org.ethogram.core.ErrorCode;
import org.ethogram.core.EthogramException;

/** How payoffs become fitness, which only counts in proportion to that of others. */
public sealed interface Selection {
  /** The natural logarithm of the fitness of a payoff. */
  double logFitness(double payoff);

  /** The fitness of a payoff in proportion to that of the best one, which is at least as high. */
  double relativeFitness(double payoff, double best);

  /** How strongly payoffs decide; 0 is drift. */
  double intensity();

  /**
   * Fitness 1 - w + w * payoff (Nowak, Sasaki, Taylor & Fudenberg 2004).
   *
   * @param intensity w, from 0 (drift) to 1
   */
  record Linear(double intensity) implements Selection {
    public Linear {
      if (!(intensity >= 0 && intensity <= 1)) {
        throw invalid(
            "an intensity of " + intensity,
            "Give a number from 0 to 1, or use exponential selection");
      }
    }

    @Override
    public double logFitness(double payoff) {
      return Math.log(fitness(payoff));
    }

    @Override
    public double relativeFitness(double payoff, double best) {
      return fitness(payoff) / fitness(best);
    }

    private double fitness(double payoff) {
      double fitness = 1 - intensity + intensity * payoff;
      if (!(fitness > 0)) {
        throw invalid(
            "a fitness of " + fitness + " for a payoff of " + payoff,
            "Raise the payoffs, lower the intensity, or use exponential selection");
      }
      return fitness;
    }
  }

  /**
   * Fitness exp(beta * payoff) (Traulsen, Shoresh & Nowak 2008).
   *
   * @param intensity beta, at least 0
   */
  record Exponential(double intensity) implements Selection {
    public Exponential {
      if (!(intensity >= 0) || Double.isInfinite(intensity)) {
        throw invalid("an intensity of " + intensity, "Give a finite number of at least 0");
      }
    }

    @Override
    public double logFitness(double payoff) {
      return intensity * payoff;
    }

    @Override
    public double relativeFitness(double payoff, double best) {
      return Math.exp(intensity * (payoff - best));
    }
  }

  private static EthogramException invalid(String problem, String remedy) {
    return new EthogramException(ErrorCode.INVALID_DATA, "selection", problem, remedy);
  }
}
