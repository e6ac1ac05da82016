package org.ethogram.stats.agreement;

import java.util.List;
import java.util.OptionalDouble;
import org.ethogram.stats.Estimate;
import org.ethogram.stats.resampling.Bootstrap;
import org.ethogram.stats.resampling.Strata;

/**
 * Agreement of any number of raters with missing ratings (Krippendorff 2011, "Computing
 * Krippendorff's alpha-reliability"), with a bootstrap interval over units. Units with fewer than
 * two ratings do not count; ratings that are all equal leave it undefined.
 */
public final class KrippendorffAlpha {
  private KrippendorffAlpha() {}

  /** How two values differ. */
  public enum Scale {
    NOMINAL,
    ORDINAL,
    INTERVAL
  }

  /**
   * @param units the ratings that each unit got, in any order
   */
  public static Estimate of(List<List<Double>> units, Scale scale, Bootstrap bootstrap) {
    List<List<Double>> pairable = units.stream().filter(unit -> unit.size() > 1).toList();
    List<Double> values =
        pairable.stream().flatMap(List::stream).map(v -> v + 0.0).distinct().sorted().toList();
    double[][] counts = new double[pairable.size()][values.size()];
    for (int unit = 0; unit < counts.length; unit++) {
      for (double rating : pairable.get(unit)) {
        counts[unit][values.indexOf(rating + 0.0)]++;
      }
    }
    return bootstrap.biasCorrectedAccelerated(
        Strata.single(counts.length), weights -> alpha(counts, values, scale, weights));
  }

  private static OptionalDouble alpha(
      double[][] counts, List<Double> values, Scale scale, double[] weights) {
    int size = values.size();
    double[][] coincidences = new double[size][size];
    double[] totals = new double[size];
    double total = 0;
    for (int unit = 0; unit < counts.length; unit++) {
      double ratings = 0;
      for (double count : counts[unit]) {
        ratings += count;
      }
      total += weights[unit] * ratings;
      for (int c = 0; c < size; c++) {
        totals[c] += weights[unit] * counts[unit][c];
        for (int k = 0; k < size; k++) {
          double pairs = counts[unit][c] * (counts[unit][k] - (c == k ? 1 : 0));
          coincidences[c][k] += weights[unit] * pairs / (ratings - 1);
        }
      }
    }
    double observed = 0;
    double expected = 0;
    for (int c = 0; c < size; c++) {
      for (int k = 0; k < size; k++) {
        double difference = difference(scale, values, totals, c, k);
        observed += coincidences[c][k] * difference;
        expected += totals[c] * totals[k] * difference;
      }
    }
    return expected == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(1 - (total - 1) * observed / expected);
  }

  private static double difference(
      Scale scale, List<Double> values, double[] totals, int c, int k) {
    double distance =
        switch (scale) {
          case NOMINAL -> c == k ? 0 : 1;
          case INTERVAL -> values.get(c) - values.get(k);
          case ORDINAL -> {
            double between = -(totals[c] + totals[k]) / 2;
            for (int g = Math.min(c, k); g <= Math.max(c, k); g++) {
              between += totals[g];
            }
            yield c == k ? 0 : between;
          }
        };
    return distance * distance;
  }
}
