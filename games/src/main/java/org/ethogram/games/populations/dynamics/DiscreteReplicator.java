package org.ethogram.games.populations.dynamics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ethogram.core.ErrorCode;
import org.ethogram.core.EthogramException;
import org.ethogram.games.populations.PopulationGame;

/**
 * Generations that do not overlap: x_i becomes x_i (c + f_i) / (c + mean(f)), each with a share of
 * mutants (Maynard Smith 1982, appendix D). Time counts generations.
 *
 * @param background c, the fitness that everybody has beside the game
 * @param mutation the chance that an offspring is of another type, all others alike
 */
public record DiscreteReplicator(PopulationGame game, double background, double mutation)
    implements Motion {
  public DiscreteReplicator {
    Mutation.check(mutation);
    if (!Double.isFinite(background)) {
      throw invalid("a background fitness of " + background, "Give a finite number");
    }
  }

  /** The next generation. */
  public double[][] next(double[][] shares) {
    double[][] payoffs = game.payoffs(shares);
    double[][] next = new double[shares.length][];
    for (int population = 0; population < shares.length; population++) {
      next[population] = next(shares[population], payoffs[population]);
    }
    return next;
  }

  /** A time between two generations shows the earlier one. */
  @Override
  public Path path(double[][] start, double[] times) {
    Shares.check(game, start);
    List<double[][]> states = new ArrayList<>();
    double[][] now = start;
    long generation = 0;
    for (double time : times) {
      while (generation + 1 <= time) {
        now = Shares.normalised(next(now));
        generation++;
      }
      states.add(now);
    }
    return new Path(Arrays.stream(times).boxed().toList(), states);
  }

  private double[] next(double[] shares, double[] payoffs) {
    int size = shares.length;
    double[] offspring = new double[size];
    double sum = 0;
    for (int type = 0; type < size; type++) {
      double fitness = background + payoffs[type];
      if (fitness < 0) {
        throw invalid(
            "a type with a fitness of " + fitness, "Raise the background fitness or the payoffs");
      }
      offspring[type] = shares[type] * fitness;
      sum += offspring[type];
    }
    if (!(sum > 0)) {
      throw invalid("a fitness of 0 of everybody", "Raise the background fitness or the payoffs");
    }
    double[] next = new double[size];
    for (int type = 0; type < size; type++) {
      double born = offspring[type] / sum;
      next[type] = size == 1 ? 1 : born * (1 - mutation) + (1 - born) * mutation / (size - 1);
    }
    return next;
  }

  private static EthogramException invalid(String problem, String remedy) {
    return new EthogramException(
        ErrorCode.INVALID_DATA, "discrete replicator dynamics", problem, remedy);
  }
}
