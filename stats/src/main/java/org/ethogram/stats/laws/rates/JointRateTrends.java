package org.ethogram.stats.laws.rates;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import org.ethogram.stats.Estimate;
import org.hipparchus.stat.correlation.PearsonsCorrelation;

/** Fits rates in size and training together. */
public final class JointRateTrends {
  /** Sizes and tokens correlated beyond this cannot be told apart. */
  private static final double COLLINEAR = 0.995;

  private JointRateTrends() {}

  /** All runs share one intercept, since size differs between runs. */
  public static JointRateTrend fit(
      List<JointRateObservation> observations, Link link, double level) {
    List<JointRateObservation> usable =
        observations.stream()
            .filter(each -> each.ratio().denominator() > 0)
            .filter(each -> each.parameters() > 0 && each.tokens() > 0)
            .toList();
    double meanParameters = mean(usable, each -> Math.log10(each.parameters()));
    double meanTokens = mean(usable, each -> Math.log10(each.tokens()));
    List<Cells.Row> rows = new ArrayList<>();
    for (JointRateObservation each : usable) {
      double n = Math.log10(each.parameters()) - meanParameters;
      double d = Math.log10(each.tokens()) - meanTokens;
      rows.add(new Cells.Row(List.of(n, d, n * d), each.ratio(), each.run(), each.variant()));
    }
    Cells cells = Cells.of(rows);
    String obstacle = obstacle(cells);
    Coefficients main = Coefficients.of(cells, 2, link, level, obstacle);
    Coefficients crossed = Coefficients.of(cells, 3, link, level, obstacle);
    return new JointRateTrend(
        link,
        main.slope(0),
        main.slope(1),
        crossed.slope(2),
        main.intercept(),
        meanParameters,
        meanTokens,
        usable.size(),
        observations.size() - usable.size(),
        cells.runs(),
        cells.variants());
  }

  private static double mean(
      List<JointRateObservation> observations, ToDoubleFunction<JointRateObservation> value) {
    return observations.stream().mapToDouble(value).average().orElse(0);
  }

  /** Why size and training cannot be told apart here, or empty. */
  private static String obstacle(Cells cells) {
    double[] sizes = cells.cells().stream().mapToDouble(cell -> cell.covariates()[0]).toArray();
    double[] tokens = cells.cells().stream().mapToDouble(cell -> cell.covariates()[1]).toArray();
    if (distinct(sizes) < 2 || distinct(tokens) < 2) {
      return "a single size or a single amount of training";
    }
    double correlation = new PearsonsCorrelation().correlation(sizes, tokens);
    return Math.abs(correlation) > COLLINEAR ? "size and training rise together" : "";
  }

  private static long distinct(double[] values) {
    return Arrays.stream(values).distinct().count();
  }

  private record Coefficients(List<JointRateTrend.Slope> slopes, double intercept) {
    static Coefficients of(Cells cells, int terms, Link link, double level, String obstacle) {
      List<JointRateTrend.Slope> slopes = new ArrayList<>();
      if (!obstacle.isEmpty()) {
        for (int term = 0; term < terms; term++) {
          slopes.add(
              new JointRateTrend.Slope(Estimate.undefined(obstacle), OptionalDouble.empty()));
        }
        return new Coefficients(slopes, 0);
      }
      LinearFit fit = LinearFit.of(cells.pooled(), terms, 1, link);
      ClusterJackknife jackknife =
          ClusterJackknife.of(
              fit,
              cells.runs(),
              cells.variants(),
              (runs, variants) -> LinearFit.of(cells.pooled(runs, variants), terms, 1, link));
      for (int term = 0; term < terms; term++) {
        slopes.add(slope(fit, jackknife, term, level));
      }
      return new Coefficients(slopes, fit.intercept());
    }

    JointRateTrend.Slope slope(int term) {
      return slopes.get(term);
    }

    private static JointRateTrend.Slope slope(
        LinearFit fit, ClusterJackknife jackknife, int term, double level) {
      double[] factors = new double[fit.slopes().length + 1];
      factors[term + 1] = 1;
      double value = fit.slopes()[term];
      // With fewer than four runs, leaving one out can leave a single size.
      if (jackknife.clusters() < 4) {
        return new JointRateTrend.Slope(
            Estimate.withoutInterval(value, jackknife.clusters(), "fewer than four clusters"),
            OptionalDouble.empty());
      }
      return new JointRateTrend.Slope(
          jackknife.estimate(value, level, factors),
          OptionalDouble.of(Math.min(1, 2 * jackknife.upperTail(Math.abs(value), factors))));
    }
  }
}
