package org.ethogram.stats.agreement;

import java.util.Arrays;
import java.util.List;
import org.ethogram.stats.Estimate;
import org.ethogram.stats.Interval;
import org.hipparchus.distribution.continuous.FDistribution;

/**
 * The share of the variance that lies between targets, with the intervals of Shrout and Fleiss 1979
 * ("Intraclass correlations: uses in assessing rater reliability"). It can be negative. Scores that
 * do not vary at all leave it undefined.
 */
public final class IntraclassCorrelation {
  private IntraclassCorrelation() {}

  /**
   * ICC(1,1) of groups that may differ in size, such as the scores within each cluster; the mean
   * size is replaced by n0 = (N - sum n^2 / N) / (groups - 1) (Searle 1971, section 9.9). The
   * interval is exact for groups of one size under normality.
   */
  public static Estimate oneWay(List<List<Double>> groups, double level) {
    List<List<Double>> filled = groups.stream().filter(group -> !group.isEmpty()).toList();
    int count = filled.size();
    int total = filled.stream().mapToInt(List::size).sum();
    if (count < 2 || total == count) {
      return Estimate.undefined("needs two groups, and two scores in one of them");
    }
    double mean = filled.stream().flatMap(List::stream).mapToDouble(s -> s).average().orElseThrow();
    double between = 0;
    double within = 0;
    double squaredSizes = 0;
    for (List<Double> group : filled) {
      double own = group.stream().mapToDouble(score -> score).average().orElseThrow();
      between += group.size() * (own - mean) * (own - mean);
      within += group.stream().mapToDouble(score -> (score - own) * (score - own)).sum();
      squaredSizes += (double) group.size() * group.size();
    }
    double size = (total - squaredSizes / total) / (count - 1);
    return fromMeanSquares(
        between / (count - 1),
        within / (total - count),
        size,
        count,
        total - count,
        level,
        "ICC(1,1), F");
  }

  /** ICC(3,1): the judges are all there are, and their levels do not count. */
  public static Estimate consistency(double[][] scores, double level) {
    TwoWay squares = TwoWay.of(scores);
    int freedom = (squares.targets - 1) * (squares.judges - 1);
    return fromMeanSquares(
        squares.between,
        squares.error,
        squares.judges,
        squares.targets,
        freedom,
        level,
        "ICC(3,1), F");
  }

  /** ICC(2,1): the judges are a sample, and differences between their levels count as error. */
  public static Estimate agreement(double[][] scores, double level) {
    TwoWay squares = TwoWay.of(scores);
    double between = squares.between;
    double error = squares.error;
    double n = squares.targets;
    double k = squares.judges;
    double denominator = between + (k - 1) * error + k * (squares.judge - error) / n;
    if (denominator <= 0 || error == 0) {
      return Estimate.undefined("the scores do not vary beside the targets");
    }
    double value = (between - error) / denominator;
    double ratio = squares.judge / error;
    double spread = n * (1 + (k - 1) * value) - k * value;
    double above = k * value * ratio + spread;
    double freedom =
        (k - 1)
            * (n - 1)
            * above
            * above
            / ((n - 1) * k * k * value * value * ratio * ratio + spread * spread);
    double upperF = quantile(n - 1, freedom, level);
    double lowerF = quantile(freedom, n - 1, level);
    double mixed = k * squares.judge + (k * n - k - n) * error;
    double lower = n * (between - upperF * error) / (upperF * mixed + n * between);
    double upper = n * (lowerF * between - error) / (mixed + n * lowerF * between);
    return Estimate.of(
        value,
        new Interval(Math.min(lower, value), Math.max(upper, value), level),
        squares.targets,
        "ICC(2,1), F");
  }

  private static Estimate fromMeanSquares(
      double between,
      double within,
      double size,
      int targets,
      double freedom,
      double level,
      String method) {
    if (between == 0 && within == 0) {
      return Estimate.undefined("the scores do not vary");
    }
    if (within == 0) {
      return Estimate.of(1, new Interval(1, 1, level), targets, method);
    }
    double f = between / within;
    double lower = f / quantile(targets - 1, freedom, level);
    double upper = f * quantile(freedom, targets - 1, level);
    return Estimate.of(
        correlation(f, size),
        new Interval(correlation(lower, size), correlation(upper, size), level),
        targets,
        method);
  }

  private static double correlation(double f, double size) {
    return (f - 1) / (f + size - 1);
  }

  private static double quantile(double above, double below, double level) {
    return new FDistribution(above, below).inverseCumulativeProbability((1 + level) / 2);
  }

  /** The mean squares of targets by judges without repeats. */
  private record TwoWay(int targets, int judges, double between, double judge, double error) {
    static TwoWay of(double[][] scores) {
      int targets = scores.length;
      int judges = targets == 0 ? 0 : scores[0].length;
      if (targets < 2
          || judges < 2
          || Arrays.stream(scores).anyMatch(row -> row.length != judges)) {
        throw new IllegalArgumentException("needs a full table of two targets and two judges");
      }
      double mean = Arrays.stream(scores).flatMapToDouble(Arrays::stream).average().orElseThrow();
      double between = 0;
      double total = 0;
      double[] columns = new double[judges];
      for (double[] row : scores) {
        double own = Arrays.stream(row).average().orElseThrow();
        between += judges * (own - mean) * (own - mean);
        for (int column = 0; column < judges; column++) {
          columns[column] += row[column] / targets;
          total += (row[column] - mean) * (row[column] - mean);
        }
      }
      double judge = targets * Arrays.stream(columns).map(c -> (c - mean) * (c - mean)).sum();
      return new TwoWay(
          targets,
          judges,
          between / (targets - 1),
          judge / (judges - 1),
          Math.max(0, total - between - judge) / ((targets - 1.0) * (judges - 1)));
    }
  }
}
