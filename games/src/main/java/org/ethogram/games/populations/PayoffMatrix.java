package org.ethogram.games.populations;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.ethogram.core.ErrorCode;
import org.ethogram.core.EthogramException;

/**
 * What each type of player earns from each, as measured: the game of one population whose members
 * meet at random.
 *
 * <p>Types are language models, checkpoints or strategies. Immutable.
 */
public final class PayoffMatrix implements PopulationGame {
  private final List<String> types;
  private final double[][] means;
  private final double[][] errors;

  /**
   * @param means a row for each type: its mean payoff from each type, its own kind among them
   * @param errors the standard errors of the means, at least 0
   * @throws EthogramException {@code INVALID_DATA} when sizes do not fit or a number is not finite
   */
  public PayoffMatrix(List<String> types, double[][] means, double[][] errors) {
    this.types = List.copyOf(types);
    this.means = checked(means, "payoff", Double.NEGATIVE_INFINITY);
    this.errors = checked(errors, "standard error", 0);
  }

  /** Payoffs that are known exactly. */
  public static PayoffMatrix exact(List<String> types, double[][] payoffs) {
    return new PayoffMatrix(types, payoffs, new double[types.size()][types.size()]);
  }

  public List<String> types() {
    return types;
  }

  public int size() {
    return types.size();
  }

  /** What a type earns from another. */
  public double payoff(int type, int from) {
    return means[type][from];
  }

  public double error(int type, int from) {
    return errors[type][from];
  }

  /** The payoffs among some of the types, in this order. */
  public PayoffMatrix only(int... kept) {
    double[][] keptMeans = new double[kept.length][kept.length];
    double[][] keptErrors = new double[kept.length][kept.length];
    for (int row = 0; row < kept.length; row++) {
      for (int column = 0; column < kept.length; column++) {
        keptMeans[row][column] = means[kept[row]][kept[column]];
        keptErrors[row][column] = errors[kept[row]][kept[column]];
      }
    }
    return new PayoffMatrix(
        Arrays.stream(kept).mapToObj(types::get).toList(), keptMeans, keptErrors);
  }

  @Override
  public int populations() {
    return 1;
  }

  @Override
  public List<String> types(int population) {
    return types;
  }

  @Override
  public double[][] payoffs(double[][] shares) {
    double[] earned = new double[size()];
    for (int type = 0; type < earned.length; type++) {
      double[] row = means[type];
      for (int from = 0; from < row.length; from++) {
        earned[type] += row[from] * shares[0][from];
      }
    }
    return new double[][] {earned};
  }

  @Override
  public boolean isExact() {
    return Arrays.stream(errors).flatMapToDouble(Arrays::stream).allMatch(error -> error == 0);
  }

  @Override
  public PayoffMatrix resampled(RandomGenerator random) {
    double[][] drawn = new double[size()][size()];
    for (int type = 0; type < size(); type++) {
      for (int from = 0; from < size(); from++) {
        drawn[type][from] = means[type][from] + errors[type][from] * random.nextGaussian();
      }
    }
    return new PayoffMatrix(types, drawn, errors);
  }

  private double[][] checked(double[][] numbers, String what, double least) {
    if (numbers.length != size() || size() == 0) {
      throw invalid(numbers.length + " rows of a " + what + " for " + size() + " types");
    }
    double[][] copy = new double[size()][];
    for (int type = 0; type < size(); type++) {
      if (numbers[type].length != size()) {
        throw invalid(numbers[type].length + " columns in row " + (type + 1));
      }
      copy[type] = numbers[type].clone();
      for (double number : copy[type]) {
        if (!Double.isFinite(number) || number < least) {
          throw invalid("a " + what + " of " + number + " for '" + types.get(type) + "'");
        }
      }
    }
    return copy;
  }

  private static EthogramException invalid(String problem) {
    return new EthogramException(
        ErrorCode.INVALID_DATA,
        "payoff matrix",
        problem,
        "Give one finite number for each pair of types");
  }
}
