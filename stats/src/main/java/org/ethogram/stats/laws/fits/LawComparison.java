package org.ethogram.stats.laws.fits;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.ethogram.stats.TestResult;
import org.hipparchus.distribution.continuous.ChiSquaredDistribution;

/**
 * Laws with the same loss on the same points, side by side.
 *
 * @param rows in the order of the fits
 */
public record LawComparison(List<Row> rows) {
  public LawComparison {
    rows = List.copyOf(rows);
  }

  /**
   * @param weight Akaike weight: the share of the support among the laws compared
   */
  public record Row(String law, OptionalDouble aicc, OptionalDouble difference, double weight) {}

  public static LawComparison of(List<LawFit> fits) {
    for (LawFit fit : fits) {
      requireComparable(fits.getFirst(), fit);
    }
    OptionalDouble least =
        fits.stream().map(LawFit::aicc).flatMapToDouble(OptionalDouble::stream).min();
    List<Row> rows = new ArrayList<>();
    double total =
        fits.stream()
            .map(LawFit::aicc)
            .flatMapToDouble(OptionalDouble::stream)
            .map(aicc -> Math.exp((least.orElseThrow() - aicc) / 2))
            .sum();
    for (LawFit fit : fits) {
      if (fit.aicc().isEmpty()) {
        rows.add(new Row(fit.law().name(), OptionalDouble.empty(), OptionalDouble.empty(), 0));
        continue;
      }
      double difference = fit.aicc().orElseThrow() - least.orElseThrow();
      rows.add(
          new Row(
              fit.law().name(),
              fit.aicc(),
              OptionalDouble.of(difference),
              Math.exp(-difference / 2) / total));
    }
    return new LawComparison(rows);
  }

  /**
   * The likelihood-ratio test that the richer law, which contains the simpler one, is needed (Wilks
   * 1938). It needs independent points and is undefined where clusters hold several.
   */
  public static TestResult likelihoodRatio(LawFit simpler, LawFit richer) {
    requireComparable(simpler, richer);
    int freedom = richer.freeParameters() - simpler.freeParameters();
    int n = richer.points().size();
    if (freedom < 1) {
      throw new IllegalArgumentException(
          richer.law().name() + " has no more parameters than " + simpler.law().name());
    }
    if (richer.clusters() < n) {
      return TestResult.undefined(n, "points of one cluster are not independent");
    }
    double statistic = Math.max(0, 2 * (richer.logLikelihood() - simpler.logLikelihood()));
    double p = 1 - new ChiSquaredDistribution(freedom).cumulativeProbability(statistic);
    return TestResult.of(statistic, p, n, "likelihood ratio, chi-squared on " + freedom);
  }

  private static void requireComparable(LawFit first, LawFit second) {
    if (!first.loss().equals(second.loss()) || !first.points().equals(second.points())) {
      throw new IllegalArgumentException("fits of other points or under another loss");
    }
  }
}
