package org.ethogram.stats.coverage;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.ethogram.core.Ratio;
import org.ethogram.core.Seed;
import org.ethogram.stats.laws.AxisScale;
import org.ethogram.stats.laws.Verdict;
import org.ethogram.stats.laws.rates.Link;
import org.ethogram.stats.laws.rates.RateObservation;
import org.ethogram.stats.laws.rates.RateTrend;
import org.ethogram.stats.laws.rates.RateTrends;
import org.ethogram.stats.laws.rates.TrendOptions;
import org.ethogram.stats.laws.rates.VerdictRule;
import org.junit.jupiter.api.Test;

/** Slopes and verdicts of rates; runs when it is named. */
class TrendCoverage {
  @Test
  void slopes() {
    int[][] designs = {{4, 1, 16}, {5, 1, 16}, {5, 3, 16}, {5, 3, 1}, {8, 1, 1}, {8, 3, 8}};
    for (int[] design : designs) {
      String what = design[0] + " sizes x " + design[1] + " runs x " + design[2] + " variants";
      Coverage.measure(
          "slope, jackknife",
          what,
          400,
          0.95,
          seed -> between(seed, design, 0.5).slope().interval().orElseThrow().contains(0.5));
      if (design[0] * design[1] >= 5) {
        Coverage.measure(
            "slope, bootstrap",
            what,
            200,
            0.95,
            seed ->
                between(seed, design, 0.5)
                    .bootstrapSlope()
                    .interval()
                    .map(interval -> interval.contains(0.5))
                    .orElse(false));
      }
    }
    for (int runs : new int[] {3, 6, 12}) {
      Coverage.measure(
          "slope within runs, jackknife",
          runs + " runs x 8 checkpoints",
          400,
          0.95,
          seed -> within(seed, runs, 0.5).slope().interval().orElseThrow().contains(0.5));
    }
  }

  @Test
  void verdicts() {
    int[][] designs = {{5, 1, 16}, {5, 3, 16}, {8, 3, 8}};
    for (int[] design : designs) {
      for (double slope : new double[] {0, 0.05, 0.5, 1}) {
        Map<Verdict, Integer> calls = new EnumMap<>(Verdict.class);
        for (int repetition = 0; repetition < 200; repetition++) {
          RateTrend trend = between(new Seed(repetition), design, slope);
          Verdict verdict = VerdictRule.USUAL.decide(List.of(trend)).getFirst().verdict();
          calls.merge(verdict, 1, Integer::sum);
        }
        Coverage.write(
            "| verdicts | "
                + design[0]
                + " sizes x "
                + design[1]
                + " runs x "
                + design[2]
                + " variants, slope "
                + slope
                + " | "
                + calls
                + " of 200 |");
      }
    }
  }

  private static RateTrend between(Seed seed, int[] design, double slope) {
    RandomGenerator random = seed.derive("data").generator();
    int variants = design[2];
    double[] level = random.doubles(variants, -0.5, 0.5).toArray();
    double[] tilt = random.doubles(variants, -0.2, 0.2).map(t -> variants == 1 ? 0 : t).toArray();
    List<RateObservation> data = new ArrayList<>();
    for (int size = 0; size < design[0]; size++) {
      for (int repeat = 0; repeat < design[1]; repeat++) {
        double run = 0.2 * random.nextGaussian();
        for (int variant = 0; variant < variants; variant++) {
          double logit = -0.5 + level[variant] + (slope + tilt[variant]) * 0.5 * size + run;
          data.add(
              observed(
                  1e6 * Math.pow(10, 0.5 * size),
                  logit + 0.2 * random.nextGaussian(),
                  "run " + size + "/" + repeat,
                  "variant " + variant));
        }
      }
    }
    return RateTrends.along(data, options(seed));
  }

  /** Runs differ in level and in slope; checkpoints drift together. */
  private static RateTrend within(Seed seed, int runs, double slope) {
    RandomGenerator random = seed.derive("data").generator();
    List<RateObservation> data = new ArrayList<>();
    for (int run = 0; run < runs; run++) {
      double level = random.nextGaussian();
      double own = slope + 0.2 * random.nextGaussian();
      double drift = 0;
      for (int step = 0; step < 8; step++) {
        drift = 0.7 * drift + 0.1 * random.nextGaussian();
        data.add(
            observed(
                1e6 * Math.pow(10, 0.5 * step),
                level + own * 0.5 * (step - 4) + drift,
                "run " + run,
                "only"));
      }
    }
    return RateTrends.along(data, options(seed));
  }

  private static RateObservation observed(double x, double logit, String run, String variant) {
    return new RateObservation(x, new Ratio(50 / (1 + Math.exp(-logit)), 50), run, variant);
  }

  private static TrendOptions options(Seed seed) {
    return new TrendOptions(AxisScale.LOG10, Link.LOGIT, 0.95, 200, seed.derive("bootstrap"));
  }
}
