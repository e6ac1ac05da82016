package org.ethogram.stats.coverage;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.ethogram.core.Seed;
import org.ethogram.stats.Estimate;
import org.ethogram.stats.laws.fits.FitLoss;
import org.ethogram.stats.laws.fits.Forecast;
import org.ethogram.stats.laws.fits.LawFit;
import org.ethogram.stats.laws.fits.LawFitter;
import org.ethogram.stats.laws.fits.LawPoint;
import org.ethogram.stats.laws.fits.PowerLaw;
import org.ethogram.stats.laws.fits.ProfileLikelihood;
import org.ethogram.stats.resampling.ClusterBootstrap;
import org.junit.jupiter.api.Test;

/** Parametric laws and their forecasts; runs when it is named. */
class LawCoverage {
  private static final List<String> N = List.of("N");

  @Test
  void laws() {
    for (int seeds : new int[] {1, 3}) {
      String what =
          "8 sizes x " + seeds + " runs x 10 checkpoints, 1% noise of runs, 1% of checkpoints";
      for (String parameter : List.of("E", "alpha", "beta")) {
        double truth = Map.of("E", 1.69, "alpha", 0.34, "beta", 0.28).getOrDefault(parameter, 0.0);
        Coverage.measure(
            "L(N, D) " + parameter + ", Huber, bootstrap",
            what,
            100,
            0.95,
            seed ->
                holds(
                    new LawFitter(
                            FitLoss.hoffmann(), new ClusterBootstrap(seed.derive("b"), 200, 0.95))
                        .fit(seen -> PowerLaw.of(List.of("N", "D"), seen), joint(seed, seeds)),
                    parameter,
                    truth));
      }
    }
    for (int sizes : new int[] {8, 16}) {
      String what = sizes + " sizes x 1 run, 2% noise";
      Coverage.measure(
          "E + A/N^alpha: alpha, bootstrap",
          what,
          200,
          0.95,
          seed -> holds(power(seed, sizes), "alpha", 0.3));
      Coverage.measure(
          "E + A/N^alpha: alpha, profile",
          what,
          200,
          0.95,
          seed ->
              ProfileLikelihood.intervals(power(seed, sizes), 0.95)
                  .getOrDefault("alpha", Estimate.undefined(""))
                  .interval()
                  .orElseThrow()
                  .contains(0.3));
      Coverage.measure(
          "E + A/N^alpha: E, profile",
          what,
          200,
          0.95,
          seed ->
              ProfileLikelihood.intervals(power(seed, sizes), 0.95)
                  .getOrDefault("E", Estimate.undefined(""))
                  .interval()
                  .orElseThrow()
                  .contains(1.2));
      Coverage.measure(
          "forecast one doubling ahead",
          what,
          200,
          0.95,
          seed -> {
            double next = 1e5 * Math.pow(2, sizes);
            double observed =
                truth(next) * Math.exp(0.02 * seed.derive("next").generator().nextGaussian());
            return Forecast.at(power(seed, sizes), List.of(List.of(next)), 0.95, seed)
                .getFirst()
                .prediction()
                .orElseThrow()
                .contains(observed);
          });
    }
  }

  private static List<LawPoint> joint(Seed seed, int seeds) {
    RandomGenerator random = seed.derive("data").generator();
    List<LawPoint> points = new ArrayList<>();
    for (int run = 0; run < 8 * seeds; run++) {
      double n = 1e7 * Math.pow(10, (run % 8) / 2.0);
      double shared = 0.01 * random.nextGaussian();
      for (int checkpoint = 0; checkpoint < 10; checkpoint++) {
        double d = 1e8 * Math.pow(10, checkpoint / 2.5);
        double loss = 1.69 + 406.4 * Math.pow(n, -0.34) + 410.7 * Math.pow(d, -0.28);
        points.add(
            new LawPoint(
                List.of(n, d),
                loss * Math.exp(shared + 0.01 * random.nextGaussian()),
                "run " + run));
      }
    }
    return points;
  }

  private static double truth(double n) {
    return 1.2 + 60 * Math.pow(n, -0.3);
  }

  private static LawFit power(Seed seed, int sizes) {
    RandomGenerator random = seed.derive("data").generator();
    List<LawPoint> points = new ArrayList<>();
    for (int size = 0; size < sizes; size++) {
      double n = 1e5 * Math.pow(2, size);
      points.add(
          new LawPoint(
              List.of(n), truth(n) * Math.exp(0.02 * random.nextGaussian()), "run " + size));
    }
    return new LawFitter(
            new FitLoss.LeastSquares(), new ClusterBootstrap(seed.derive("b"), 200, 0.95))
        .fit(seen -> PowerLaw.of(N, seen), points);
  }

  private static boolean holds(LawFit fit, String parameter, double truth) {
    return fit.parameters()
        .getOrDefault(parameter, Estimate.undefined(""))
        .interval()
        .map(interval -> interval.contains(truth))
        .orElse(false);
  }
}
