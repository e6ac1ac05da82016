package org.ethogram.stats.trends;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.ethogram.stats.TestResult;
import org.junit.jupiter.api.Test;

class MannKendallTest {
  /** By hand: of the 24 orders of four values, one rises throughout and one falls throughout. */
  @Test
  void aSeriesThatRisesThroughoutHasTheExactPValue() {
    TestResult test = MannKendall.test(new double[] {1, 2, 3, 4}, new double[] {1, 2, 3, 4});
    assertThat(test.statistic()).hasValue(1);
    assertThat(test.pValue().orElseThrow()).isCloseTo(2.0 / 24, within(1e-12));
  }

  /**
   * Gilbert 1987, "Statistical Methods", table A18: the probability of S of at least 33 for n = 10.
   */
  @Test
  void theExactTableOfGilbertIsReproduced() {
    double[] y = {1, 2, 3, 4, 5, 6, 10, 9, 8, 7};
    TestResult test = MannKendall.test(new double[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 10}, y);
    // Six inversions leave 45 - 12 = 33; Gilbert's one-sided 0.0011 doubles.
    assertThat(test.statistic().orElseThrow()).isCloseTo(33 / 45.0, within(1e-12));
    assertThat(test.pValue().orElseThrow()).isCloseTo(0.0022, within(2e-4));
  }

  /**
   * By hand: 12 points, one tie of two: S = 65, variance (12 * 11 * 29 - 2 * 1 * 9) / 18 = 211.667,
   * z = 64 / 14.5488 = 4.399.
   */
  @Test
  void tiesLeaveTheExactTestForTheNormalOne() {
    double[] x = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12};
    double[] y = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 11};
    TestResult test = MannKendall.test(x, y);
    assertThat(test.pValue().orElseThrow()).isCloseTo(1.088e-5, within(2e-7));
    assertThat(test.statistic().orElseThrow())
        .isCloseTo(65 / Math.sqrt(66.0 * 65.0), within(1e-12));
  }

  @Test
  void aConstantSeriesHasNoTrendAndTwoPointsNoTest() {
    double[] x = {1, 2, 3};
    assertThat(MannKendall.test(x, new double[] {5, 5, 5}).pValue()).hasValue(1);
    assertThat(Spearman.test(x, new double[] {5, 5, 5}).statistic()).hasValue(0);
    assertThat(MannKendall.test(new double[2], new double[2]).statistic()).isEmpty();
    assertThat(Spearman.test(new double[2], new double[2]).statistic()).isEmpty();
  }

  /** By hand: rank differences 1, 1, 1, 1, 0 give 1 - 6 * 4 / (5 * 24) = 0.8, t = 2.3094. */
  @Test
  void spearmanComparesRanks() {
    TestResult test =
        Spearman.test(new double[] {1, 2, 3, 4, 5}, new double[] {20, 10, 400, 300, 5000});
    assertThat(test.statistic().orElseThrow()).isCloseTo(0.8, within(1e-12));
    assertThat(test.pValue().orElseThrow()).isCloseTo(0.1041, within(1e-4));
  }
}
