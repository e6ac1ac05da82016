package org.ethogram.stats.estimates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.ethogram.stats.Estimate;
import org.ethogram.stats.Interval;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Published values: Newcombe 1998, "Two-sided confidence intervals for the single proportion". */
class ProportionsTest {
  @ParameterizedTest
  @CsvSource({"81,263,.2553,.3662", "15,148,.0624,.1605", "0,20,0,.1611", "1,29,.0061,.1718"})
  void wilsonAsNewcombePublishedIt(double successes, double trials, double lower, double upper) {
    bounds(Proportions.wilson(successes, trials, 0.95), lower, upper);
  }

  @ParameterizedTest
  @CsvSource({"81,263,.2527,.3676", "15,148,.0578,.1617", "0,20,0,.1684", "1,29,.0009,.1776"})
  void clopperPearsonAsNewcombePublishedIt(
      double successes, double trials, double lower, double upper) {
    bounds(Proportions.clopperPearson(successes, trials, 0.95), lower, upper);
  }

  @Test
  void jeffreysOfHalfIsSymmetric() {
    Interval interval = Proportions.jeffreys(7, 14, 0.95).interval().orElseThrow();
    assertThat(interval.lower() + interval.upper()).isCloseTo(1, within(1e-9));
    assertThat(Proportions.jeffreys(0, 14, 0.95).interval().orElseThrow().lower()).isZero();
    assertThat(Proportions.jeffreys(14, 14, 0.95).interval().orElseThrow().upper()).isEqualTo(1);
  }

  @Test
  void noTrialsAreUndefinedAndNotZero() {
    assertThat(Proportions.wilson(0, 0, 0.95).value()).isEmpty();
    assertThat(Proportions.clopperPearson(0, 0, 0.95).interval()).isEmpty();
    assertThat(Proportions.jeffreys(0, 0, 0.95).method()).isEqualTo("no trials");
  }

  @Test
  void moreSuccessesThanTrialsAreRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> Proportions.wilson(3, 2, 0.95));
  }

  private static void bounds(Estimate estimate, double lower, double upper) {
    Interval interval = estimate.interval().orElseThrow();
    assertThat(interval.lower()).isCloseTo(lower, within(5.1e-5));
    assertThat(interval.upper()).isCloseTo(upper, within(5.1e-5));
  }
}
