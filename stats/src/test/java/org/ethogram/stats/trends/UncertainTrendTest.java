package org.ethogram.stats.trends;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.ethogram.core.Seed;
import org.ethogram.stats.Estimate;
import org.ethogram.stats.Interval;
import org.junit.jupiter.api.Test;

class UncertainTrendTest {
  private static final UncertainTrend TREND = new UncertainTrend(new Seed(1), 400, 0.95);
  private static final double[] X = {1, 2, 3, 4, 5, 6};
  private static final double[] RISING = {0.1, 0.2, 0.3, 0.4, 0.5, 0.6};

  @Test
  void valuesWithoutErrorKeepTheirStatistic() {
    Estimate estimate = TREND.mannKendall(X, RISING, new double[6]);
    assertThat(estimate.value()).hasValue(1);
    assertThat(estimate.interval()).contains(new Interval(1, 1, 0.95));
  }

  @Test
  void errorsLargerThanTheTrendLeaveItsDirectionOpen() {
    double[] small = {0.01, 0.01, 0.01, 0.01, 0.01, 0.01};
    double[] large = {2, 2, 2, 2, 2, 2};
    assertThat(TREND.spearman(X, RISING, small).interval().orElseThrow().lower())
        .isGreaterThan(0.9);
    Interval open = TREND.mannKendall(X, RISING, large).interval().orElseThrow();
    assertThat(open.contains(0)).isTrue();
    assertThat(open.lower()).isLessThan(-0.5);
  }

  @Test
  void twoPointsAreUndefined() {
    assertThat(TREND.spearman(new double[2], new double[2], new double[2]).value()).isEmpty();
    assertThat(TREND.mannKendall(X, RISING, new double[6]).value().orElseThrow())
        .isCloseTo(MannKendall.test(X, RISING).statistic().orElseThrow(), within(0.0));
  }
}
