package org.ethogram.stats.agreement;

import java.util.Arrays;
import java.util.OptionalDouble;
import org.ethogram.stats.Estimate;
import org.ethogram.stats.resampling.Bootstrap;
import org.ethogram.stats.resampling.Strata;

/**
 * Agreement of several raters on categories beyond chance (Fleiss 1971, "Measuring nominal scale
 * agreement among many raters"), with a bootstrap interval over subjects. Ratings that all fall
 * into one category leave it undefined.
 */
public final class FleissKappa {
  private FleissKappa() {}

  /**
   * @param counts raters by subject and category; every subject has the same number, at least 2
   */
  public static Estimate of(int[][] counts, Bootstrap bootstrap) {
    if (counts.length == 0) {
      return Estimate.undefined("no subjects");
    }
    int raters = Arrays.stream(counts[0]).sum();
    for (int[] row : counts) {
      if (row.length != counts[0].length || Arrays.stream(row).sum() != raters || raters < 2) {
        throw new IllegalArgumentException("needs the same raters, at least 2, on every subject");
      }
    }
    return bootstrap.biasCorrectedAccelerated(
        Strata.single(counts.length), weights -> kappa(counts, raters, weights));
  }

  private static OptionalDouble kappa(int[][] counts, int raters, double[] weights) {
    double subjects = Arrays.stream(weights).sum();
    double[] shares = new double[counts[0].length];
    double agreement = 0;
    for (int subject = 0; subject < counts.length; subject++) {
      double pairs = 0;
      for (int category = 0; category < shares.length; category++) {
        int count = counts[subject][category];
        shares[category] += weights[subject] * count / (subjects * raters);
        pairs += count * (count - 1.0);
      }
      agreement += weights[subject] * pairs / (raters * (raters - 1.0)) / subjects;
    }
    double chance = Arrays.stream(shares).map(share -> share * share).sum();
    return chance > 1 - 1e-12
        ? OptionalDouble.empty()
        : OptionalDouble.of((agreement - chance) / (1 - chance));
  }
}
