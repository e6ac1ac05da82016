package org.ethogram.stats.estimates;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** P-values corrected for the number of questions asked; order and length are kept. */
public final class MultipleComparisons {
  private MultipleComparisons() {}

  /** Controls the chance of any false claim (Holm 1979). */
  public static List<Double> holm(List<Double> pValues) {
    Double[] adjusted = new Double[pValues.size()];
    double floor = 0;
    int tested = 0;
    for (int index : ascending(pValues)) {
      floor = Math.max(floor, Math.min(1, pValues.get(index) * (pValues.size() - tested)));
      adjusted[index] = floor;
      tested++;
    }
    return List.of(adjusted);
  }

  /** Controls the expected share of false claims (Benjamini and Hochberg 1995). */
  public static List<Double> benjaminiHochberg(List<Double> pValues) {
    Double[] adjusted = new Double[pValues.size()];
    double ceiling = 1;
    int rank = pValues.size();
    for (int index : ascending(pValues).reversed()) {
      ceiling = Math.min(ceiling, pValues.get(index) * pValues.size() / rank);
      adjusted[index] = ceiling;
      rank--;
    }
    return List.of(adjusted);
  }

  private static List<Integer> ascending(List<Double> pValues) {
    for (double p : pValues) {
      if (!(p >= 0 && p <= 1)) {
        throw new IllegalArgumentException("not a p-value: " + p);
      }
    }
    return IntStream.range(0, pValues.size())
        .boxed()
        .sorted(Comparator.comparing(pValues::get))
        .toList();
  }
}
