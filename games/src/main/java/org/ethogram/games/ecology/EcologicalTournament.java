package org.ethogram.games.ecology;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import org.ethogram.core.ErrorCode;
import org.ethogram.core.EthogramException;
import org.ethogram.games.populations.PayoffMatrix;

/**
 * Each type's share of the next generation is its share of this one times its average score, which
 * is weighted by whom it meets (Axelrod 1980b, More effective choice in the prisoner's dilemma;
 * Axelrod 1984, chapter 2).
 *
 * @param payoffs scores that are not negative
 */
public record EcologicalTournament(PayoffMatrix payoffs) {

  /** Everybody with an equal share. */
  public double[] equalShares() {
    double[] shares = new double[payoffs.size()];
    Arrays.fill(shares, 1.0 / shares.length);
    return shares;
  }

  /**
   * The shares of so many generations after the first, which is the first row.
   *
   * @param start how many there are of each type, at least 0; shares are made of them
   * @throws EthogramException {@code INVALID_DATA} for a start that does not fit, or where a type
   *     that is there has a negative score, or nobody scores
   */
  public List<double[]> generations(double[] start, int count) {
    List<double[]> generations = new ArrayList<>();
    generations.add(shares(start));
    for (int generation = 1; generation <= count; generation++) {
      generations.add(next(generations.getLast(), generation));
    }
    return generations;
  }

  private double[] shares(double[] start) {
    double sum = DoubleStream.of(start).sum();
    if (start.length != payoffs.size()
        || !(sum > 0)
        || !Double.isFinite(sum)
        || DoubleStream.of(start).anyMatch(share -> share < 0)) {
      throw new EthogramException(
          ErrorCode.INVALID_DATA,
          "ecological tournament",
          "a start of " + start.length + " shares " + Arrays.toString(start),
          "Give one number of at least 0 for each of the " + payoffs.size() + " types");
    }
    return DoubleStream.of(start).map(share -> share / sum).toArray();
  }

  private double[] next(double[] shares, int generation) {
    double[] next = new double[shares.length];
    double sum = 0;
    for (int type = 0; type < next.length; type++) {
      if (shares[type] > 0) {
        next[type] = shares[type] * score(type, shares, generation);
        sum += next[type];
      }
    }
    if (!(sum > 0)) {
      throw invalid(generation, "nobody scores anything");
    }
    for (int type = 0; type < next.length; type++) {
      next[type] /= sum;
    }
    return next;
  }

  private double score(int type, double[] shares, int generation) {
    double score = 0;
    for (int from = 0; from < shares.length; from++) {
      score += payoffs.payoff(type, from) * shares[from];
    }
    if (score < 0) {
      throw invalid(
          generation, "'" + payoffs.types().get(type) + "' has a negative score of " + score);
    }
    return score;
  }

  private static EthogramException invalid(int generation, String problem) {
    return new EthogramException(
        ErrorCode.INVALID_DATA,
        "ecological tournament, generation " + generation,
        problem,
        "Add a number to all payoffs that makes them positive; it slows the change but keeps its"
            + " direction");
  }
}
