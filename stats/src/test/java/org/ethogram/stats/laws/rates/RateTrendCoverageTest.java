package org.ethogram.stats.laws.rates;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.ethogram.core.Ratio;
import org.ethogram.core.Seed;
import org.ethogram.stats.laws.AxisScale;
import org.ethogram.stats.laws.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Simulated truth: runs, prompt variants and their interaction with size all bring noise. */
class RateTrendCoverageTest {
  private static final int REPETITIONS = 60;

  @ParameterizedTest
  @CsvSource({"5,1,8", "4,3,1", "8,1,1"})
  void theSlopeBetweenRunsIsCoveredAsOftenAsTheIntervalSays(int sizes, int seeds, int variants) {
    int covered = 0;
    for (int repetition = 0; repetition < REPETITIONS; repetition++) {
      RateTrend trend = simulated(new Seed(repetition), sizes, seeds, variants, 0.5);
      covered += trend.slope().interval().orElseThrow().contains(0.5) ? 1 : 0;
    }
    assertThat(covered / (double) REPETITIONS).isBetween(0.86, 1.0);
  }

  /** With no trend at all, a direction or a bend is claimed no more often than alpha says. */
  @Test
  void noiseIsSeldomCalledADirection() {
    Map<Verdict, Integer> calls = new EnumMap<>(Verdict.class);
    for (int repetition = 0; repetition < REPETITIONS; repetition++) {
      RateTrend trend = simulated(new Seed(repetition), 5, 3, 4, 0);
      calls.merge(VerdictRule.USUAL.decide(List.of(trend)).getFirst().verdict(), 1, Integer::sum);
    }
    int unclaimed =
        calls.getOrDefault(Verdict.FLAT, 0) + calls.getOrDefault(Verdict.NOT_ENOUGH_DATA, 0);
    int claimed = REPETITIONS - unclaimed;
    assertThat(claimed / (double) REPETITIONS).isLessThan(0.12);
  }

  private static RateTrend simulated(Seed seed, int sizes, int seeds, int variants, double slope) {
    RandomGenerator random = seed.derive("data").generator();
    double[] level = random.doubles(variants, -0.5, 0.5).toArray();
    double width = variants == 1 ? 1e-9 : 0.2;
    double[] tilt = random.doubles(variants, -width, width).toArray();
    List<RateObservation> data = new ArrayList<>();
    for (int size = 0; size < sizes; size++) {
      double decades = 0.5 * size;
      for (int repeat = 0; repeat < seeds; repeat++) {
        double run = 0.2 * random.nextGaussian();
        for (int variant = 0; variant < variants; variant++) {
          double logit = -0.5 + level[variant] + (slope + tilt[variant]) * decades + run;
          double rate = RateTrendsTest.logistic(logit + 0.2 * random.nextGaussian());
          data.add(
              new RateObservation(
                  1e6 * Math.pow(10, decades),
                  new Ratio(50 * rate, 50),
                  "run " + size + "/" + repeat,
                  "variant " + variant));
        }
      }
    }
    return RateTrends.along(
        data, new TrendOptions(AxisScale.LOG10, Link.LOGIT, 0.95, 100, seed.derive("bootstrap")));
  }
}
