package org.ethogram.stats.laws.fits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.ethogram.core.Seed;
import org.ethogram.stats.Estimate;
import org.ethogram.stats.resampling.ClusterBootstrap;
import org.junit.jupiter.api.Test;

class ForecastTest {
  private static final List<String> N = List.of("N");

  /** Twelve runs; the next size is one step beyond the largest. */
  @Test
  void aNewObservationFallsIntoThePredictionInterval() {
    int repetitions = 30;
    int covered = 0;
    int profiled = 0;
    for (int repetition = 0; repetition < repetitions; repetition++) {
      Seed seed = new Seed(repetition);
      List<LawPoint> points = points(seed, 0.02);
      LawFit fit = fitter(seed).fit(seen -> PowerLaw.of(N, seen), points);
      double next = 1e5 * Math.pow(2, 12);
      Forecast forecast = Forecast.at(fit, List.of(List.of(next)), 0.95, seed).getFirst();
      double observed =
          truth(next) * Math.exp(0.02 * seed.derive("next").generator().nextGaussian());
      covered += forecast.prediction().orElseThrow().contains(observed) ? 1 : 0;
      Estimate alpha =
          ProfileLikelihood.intervals(fit, 0.95)
              .getOrDefault("alpha", Estimate.undefined("no such parameter"));
      profiled += alpha.interval().orElseThrow().contains(0.3) ? 1 : 0;
    }
    assertThat(covered / (double) repetitions).isBetween(0.85, 1.0);
    assertThat(profiled / (double) repetitions).isBetween(0.85, 1.0);
  }

  @Test
  void theBackTestPredictsEachSizeFromTheSmallerOnes() {
    List<LawPoint> points = points(new Seed(1), 0);
    List<Extrapolation> tests =
        Extrapolation.backTest(fitter(new Seed(1)), seen -> PowerLaw.of(N, seen), points, 0);
    assertThat(tests).hasSize(9);
    assertThat(tests.getLast().heldOut()).isCloseTo(1e5 * Math.pow(2, 11), within(1.0));
    assertThat(tests.getLast().error()).isLessThan(1e-3);
  }

  @Test
  void aSingleRunHasAForecastWithoutIntervals() {
    List<LawPoint> single =
        points(new Seed(1), 0.01).stream()
            .map(point -> new LawPoint(point.x(), point.y(), "only"))
            .toList();
    LawFit fit = fitter(new Seed(1)).fit(seen -> PowerLaw.of(N, seen), single);
    Forecast forecast = Forecast.at(fit, List.of(List.of(1e9)), 0.95, new Seed(1)).getFirst();
    assertThat(forecast.mean()).isPositive();
    assertThat(forecast.prediction()).isEmpty();
  }

  private static LawFitter fitter(Seed seed) {
    return new LawFitter(
        new FitLoss.LeastSquares(), new ClusterBootstrap(seed.derive("bootstrap"), 100, 0.95));
  }

  private static double truth(double n) {
    return 1.2 + 60 * Math.pow(n, -0.3);
  }

  private static List<LawPoint> points(Seed seed, double noise) {
    RandomGenerator random = seed.derive("data").generator();
    List<LawPoint> points = new ArrayList<>();
    for (int size = 0; size < 12; size++) {
      double n = 1e5 * Math.pow(2, size);
      points.add(
          new LawPoint(
              List.of(n), truth(n) * Math.exp(noise * random.nextGaussian()), "run " + size));
    }
    return points;
  }
}
