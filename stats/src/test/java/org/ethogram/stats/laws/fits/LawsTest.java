package org.ethogram.stats.laws.fits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.ethogram.core.Seed;
import org.ethogram.stats.Estimate;
import org.ethogram.stats.resampling.ClusterBootstrap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LawsTest {
  private static final ClusterBootstrap BOOTSTRAP = new ClusterBootstrap(new Seed(1), 100, 0.95);
  private static final List<String> X = List.of("x");

  static Stream<Law> laws() {
    List<LawPoint> points = series(8, x -> 0.5);
    List<LawPoint> both =
        points.stream()
            .map(p -> new LawPoint(List.of(p.x().getFirst(), 3 * p.x().getFirst()), 0.5, "a"))
            .toList();
    return Stream.of(
        PowerLaw.of(X, points),
        PowerLaw.of(List.of("N", "D"), both),
        BrokenPowerLaw.of("x", 1, points),
        BrokenPowerLaw.of("x", 2, points),
        SaturatingLaw.of("x", points),
        LogitLaw.of(X, 2, points),
        LogitLaw.of(List.of("N", "D"), 1, both));
  }

  /** Every stated derivative is that of differences, and coordinates lead back to their theta. */
  @ParameterizedTest
  @MethodSource("laws")
  void gradientsAndCoordinatesAreThoseOfTheFormula(Law law) {
    RandomGenerator random = new Seed(3).generator();
    int size = law.parameters().size();
    double[] theta = random.doubles(size, -1, 1).toArray();
    double[] features = law.features(List.of(2e4, 5e5).subList(0, law.inputs().size()));
    double[] gradient = new double[size];
    law.predict(theta, features, gradient);
    for (int j = 0; j < size; j++) {
      double[] above = theta.clone();
      double[] below = theta.clone();
      above[j] += 1e-6;
      below[j] -= 1e-6;
      double slope =
          (law.predict(above, features, new double[size])
                  - law.predict(below, features, new double[size]))
              / 2e-6;
      assertThat(gradient[j]).isCloseTo(slope, within(1e-6 * (1 + Math.abs(slope))));
      double coordinate = law.coordinates(theta)[j];
      assertThat(law.withCoordinate(theta, j, coordinate)[j]).isCloseTo(theta[j], within(1e-9));
    }
  }

  /** Predictions are the formula's, written out with the reported parameters. */
  @Test
  void theReportedParametersReproduceTheBrokenLaw() {
    BrokenPowerLaw law = BrokenPowerLaw.of("x", 1, series(8, x -> 0.5));
    double[] theta = {-1, 0.3, 0.2, 0.5, 0.4, -0.7};
    double[] r = law.reported(theta);
    double x = 3e4;
    double expected =
        r[0] + r[1] * Math.pow(x, -r[2]) * Math.pow(1 + Math.pow(x / r[4], 1 / r[5]), -r[3] * r[5]);
    assertThat(law.predict(theta, law.features(List.of(x)), new double[6]))
        .isCloseTo(expected, within(1e-9));
  }

  @Test
  void aBreakIsFoundWhereItIs() {
    List<LawPoint> points =
        series(24, x -> 0.2 + 20 * Math.pow(x, -0.1) * Math.pow(1 + Math.pow(x / 1e5, 4), -0.15));
    LawFitter fitter = new LawFitter(new FitLoss.LeastSquares(), BOOTSTRAP);
    LawFit fit = fitter.fit(seen -> BrokenPowerLaw.of("x", 1, seen), points);
    assertThat(Math.log10(value(fit, "d1"))).isCloseTo(5, within(0.1));
    LawFit straight = fitter.fit(seen -> PowerLaw.of(X, seen), points);
    assertThat(fit.cost()).isLessThan(straight.cost() / 100);
    LawComparison comparison = LawComparison.of(List.of(straight, fit));
    assertThat(comparison.rows().get(1).weight()).isGreaterThan(0.99);
    assertThat(comparison.rows().get(1).difference()).hasValue(0);
  }

  @Test
  void floorAndCeilingOfARateAreFoundInEitherDirection() {
    for (double sign : new double[] {1, -1}) {
      List<LawPoint> points =
          series(16, x -> 0.5 + sign * (0.8 / (1 + Math.pow(x / 1e5, -1.5)) - 0.4));
      LawFit fit =
          new LawFitter(new FitLoss.Binomial(), BOOTSTRAP)
              .fit(seen -> SaturatingLaw.of("x", seen), points);
      assertThat(value(fit, "from")).isCloseTo(0.5 - sign * 0.4, within(0.01));
      assertThat(value(fit, "to")).isCloseTo(0.5 + sign * 0.4, within(0.01));
      assertThat(Math.log10(value(fit, "middle"))).isCloseTo(5, within(0.02));
    }
  }

  /**
   * By hand: 5 of 10 has the likelihood interval p(1 - p) >= exp(-3.8415/10)/4, so 0.5 +- 0.2824.
   */
  @Test
  void theProfileOfABinomialRateIsItsLikelihoodInterval() {
    List<LawPoint> points = new ArrayList<>();
    for (int trial = 0; trial < 10; trial++) {
      points.add(new LawPoint(List.of(1e3 + trial), trial % 2, "trial " + trial));
    }
    LawFit fit =
        new LawFitter(new FitLoss.Binomial(), BOOTSTRAP)
            .fit(seen -> LogitLaw.of(X, 0, seen), points);
    Estimate middle = ProfileLikelihood.intervals(fit, 0.95).getOrDefault("middle", none());
    assertThat(middle.interval().orElseThrow().lower()).isCloseTo(0.2176, within(1e-4));
    assertThat(middle.interval().orElseThrow().upper()).isCloseTo(0.7824, within(1e-4));
  }

  @Test
  void repeatedMeasuresHaveNoProfileAndNoLikelihoodRatio() {
    List<LawPoint> points = new ArrayList<>(series(10, x -> 1 + 30 / Math.sqrt(x)));
    points.add(new LawPoint(List.of(2e3), 1.5, "run 0"));
    LawFitter fitter = new LawFitter(new FitLoss.LeastSquares(), BOOTSTRAP);
    LawFit power = fitter.fit(seen -> PowerLaw.of(X, seen), points);
    assertThat(ProfileLikelihood.intervals(power, 0.95).values())
        .allMatch(estimate -> estimate.interval().isEmpty());
    LawFit broken = fitter.fit(seen -> BrokenPowerLaw.of("x", 1, seen), points);
    assertThat(LawComparison.likelihoodRatio(power, broken).pValue()).isEmpty();
  }

  /** Rates drawn from a Beta with intraclass correlation 0.2 around a straight logit. */
  @Test
  void theBetaBinomialFindsTheExtraVariation() {
    List<LawPoint> spread = rates(new Seed(4), 200, 0.2);
    LawFitter fitter = new LawFitter(new FitLoss.BetaBinomial(), BOOTSTRAP);
    LawFit fit = fitter.fit(seen -> LogitLaw.of(X, 1, seen), spread);
    assertThat(fit.intraclassCorrelation().orElseThrow()).isCloseTo(0.2, within(0.05));
    assertThat(value(fit, "slope x")).isCloseTo(0.8, within(0.2));
    LawFit tight = fitter.fit(seen -> LogitLaw.of(X, 1, seen), rates(new Seed(4), 200, 0));
    assertThat(tight.intraclassCorrelation().orElseThrow()).isLessThan(0.02);
  }

  static List<LawPoint> series(int count, DoubleUnaryOperator curve) {
    List<LawPoint> points = new ArrayList<>();
    for (int index = 0; index < count; index++) {
      double x = 1e3 * Math.pow(10, 4.0 * index / (count - 1));
      points.add(new LawPoint(List.of(x), curve.applyAsDouble(x), 50, "run " + index));
    }
    return points;
  }

  private static List<LawPoint> rates(Seed seed, int count, double correlation) {
    RandomGenerator random = seed.generator();
    List<LawPoint> points = new ArrayList<>();
    for (int index = 0; index < count; index++) {
      double decades = 4.0 * index / (count - 1) - 2;
      double mean = 1 / (1 + Math.exp(-0.8 * decades));
      // Polya's urn with this correlation gives beta-binomial counts.
      double weight = correlation / (1 - correlation);
      int successes = 0;
      for (int trial = 0; trial < 30; trial++) {
        double chance = (mean + weight * successes) / (1 + weight * trial);
        successes += random.nextDouble() < chance ? 1 : 0;
      }
      points.add(
          new LawPoint(List.of(Math.pow(10, 5 + decades)), successes / 30.0, 30, "run " + index));
    }
    return points;
  }

  private static double value(LawFit fit, String parameter) {
    return fit.parameters().getOrDefault(parameter, none()).value().orElseThrow();
  }

  private static Estimate none() {
    return Estimate.undefined("no such parameter");
  }
}
