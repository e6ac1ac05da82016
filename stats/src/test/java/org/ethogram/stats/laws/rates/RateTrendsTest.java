package org.ethogram.stats.laws.rates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.random.RandomGenerator;
import org.ethogram.core.EthogramException;
import org.ethogram.core.Ratio;
import org.ethogram.core.Seed;
import org.ethogram.stats.laws.AxisScale;
import org.ethogram.stats.laws.Verdict;
import org.junit.jupiter.api.Test;

class RateTrendsTest {
  private static final TrendOptions OPTIONS =
      new TrendOptions(AxisScale.LOG10, Link.LOGIT, 0.95, 200, new Seed(1));

  /** Half a logit per decade without noise is found exactly, and the largest size is foretold. */
  @Test
  void aNoiselessLawIsFoundExactly() {
    RateTrend trend = between(5, 1, x -> -1 + 0.5 * (Math.log10(x) - 6));
    assertThat(trend.slope().value().orElseThrow()).isCloseTo(0.5, within(1e-4));
    assertThat(trend.slope().interval().orElseThrow().width()).isLessThan(1e-3);
    assertThat(trend.preferred()).isEqualTo(Shape.MONOTONE);
    assertThat(trend.curve(Shape.MONOTONE).orElseThrow().at(1e6))
        .isCloseTo(1 / (1 + Math.E), within(1e-4));
    assertThat(heldOut(trend, Shape.MONOTONE).error()).isCloseTo(0, within(1e-4));
    assertThat(heldOut(trend, Shape.FLAT).error()).isLessThan(-0.1);
    assertThat(trend.mannKendall().statistic()).hasValue(1);
    assertThat(verdict(trend)).isEqualTo(Verdict.RISES);
  }

  @Test
  void fallingRatesFall() {
    assertThat(verdict(between(5, 1, x -> 1 - Math.log10(x / 1e6)))).isEqualTo(Verdict.FALLS);
  }

  @Test
  void aConstantSeriesIsFlatAtAnyRate() {
    for (double rate : new double[] {0, 0.3, 1}) {
      List<RateObservation> data = new ArrayList<>();
      for (int size = 0; size < 4; size++) {
        data.add(observed(Math.pow(10, size), rate, "run " + size, "only"));
      }
      RateTrend trend = RateTrends.along(data, OPTIONS);
      assertThat(verdict(trend)).isEqualTo(Verdict.FLAT);
      assertThat(trend.slope().value()).hasValue(0);
      assertThat(trend.slope().interval().orElseThrow().width()).isZero();
    }
  }

  @Test
  void twoPlacesAreNotEnough() {
    RateTrend trend = between(2, 1, x -> Math.log10(x) - 6);
    VerdictRule.Call call = VerdictRule.USUAL.decide(List.of(trend)).getFirst();
    assertThat(call.verdict()).isEqualTo(Verdict.NOT_ENOUGH_DATA);
    assertThat(call.reason()).isEqualTo("2 places on the axis, 3 needed");
    assertThat(verdict(RateTrends.along(List.of(), OPTIONS))).isEqualTo(Verdict.NOT_ENOUGH_DATA);
  }

  @Test
  void aBendInsideTheRangeIsCalledByItsDirection() {
    RateTrend valley = repeated(x -> Math.pow(Math.log10(x) - 9, 2) - 2);
    assertThat(verdict(valley)).isEqualTo(Verdict.U);
    assertThat(valley.bend().orElseThrow().turningPoint().orElseThrow())
        .isCloseTo(1e9, within(5e7));
    RateTrend hill = repeated(x -> 2 - Math.pow(Math.log10(x) - 9, 2));
    assertThat(verdict(hill)).isEqualTo(Verdict.INVERSE_U);
    RateTrend halfValley = between(7, 1, x -> Math.pow((Math.log10(x) - 5) / 3, 2) - 2);
    assertThat(halfValley.preferred()).isEqualTo(Shape.QUADRATIC);
    assertThat(verdict(halfValley)).isEqualTo(Verdict.RISES);
  }

  /** A quadratic through a curve that saturates bends downwards; the curve does not. */
  @Test
  void saturationIsNoInverseU() {
    for (int seed = 0; seed < 10; seed++) {
      RandomGenerator random = new Seed(seed).generator();
      List<RateObservation> data = new ArrayList<>();
      for (int run = 0; run < 6; run++) {
        double level = random.nextGaussian();
        for (int step = 0; step < 10; step++) {
          double logit = level - 3 * Math.exp(-0.8 * step) + 0.05 * random.nextGaussian();
          data.add(observed(Math.pow(10, 6 + 0.4 * step), logistic(logit), "run " + run, "only"));
        }
      }
      RateTrend trend = RateTrends.along(data, OPTIONS);
      assertThat(trend.preferred()).isEqualTo(Shape.QUADRATIC);
      assertThat(verdict(trend)).isEqualTo(Verdict.RISES);
    }
  }

  /** Rates that jump from 0 to 1 have no finite slope of most likelihood; the fit stays finite. */
  @Test
  void completeSeparationStaysFinite() {
    RateTrend trend = between(6, 1, x -> x < 1e9 ? -1e9 : 1e9);
    assertThat(trend.slope().value().orElseThrow()).isBetween(1.0, 1000.0);
    assertThat(trend.curve(Shape.MONOTONE).orElseThrow().at(1e6)).isBetween(0.0, 0.01);
  }

  /** Runs that differ in level but all rise alike: only the change within runs counts. */
  @Test
  void checkpointsAreComparedWithinTheirRun() {
    List<RateObservation> data = new ArrayList<>();
    for (int run = 0; run < 4; run++) {
      for (int step = 0; step < 5; step++) {
        data.add(
            observed(
                Math.pow(10, 6 + step), logistic(-3 * run + 0.4 * step), "run " + run, "only"));
      }
    }
    RateTrend trend = RateTrends.along(data, OPTIONS);
    assertThat(trend.extent().withinRuns()).isTrue();
    assertThat(trend.slope().value().orElseThrow()).isCloseTo(0.4, within(1e-3));
    assertThat(trend.slope().n()).isEqualTo(4);
    assertThat(verdict(trend)).isEqualTo(Verdict.RISES);
  }

  @Test
  void undefinedRatesAndPlacesOffTheAxisAreCounted() {
    List<RateObservation> data = new ArrayList<>();
    data.add(new RateObservation(1e6, Ratio.UNDEFINED, "a", "only"));
    data.add(observed(0, 0.5, "b", "only"));
    data.add(observed(1e7, 0.5, "c", "only"));
    RateTrend trend = RateTrends.along(data, OPTIONS);
    assertThat(trend.extent().dropped()).isEqualTo(2);
    assertThat(trend.extent().observations()).isEqualTo(1);
    assertThat(RateTrends.along(data, OPTIONS.with(AxisScale.LOG10_ONE_PLUS)).extent().dropped())
        .isEqualTo(1);
  }

  @Test
  void aContrastBelowZeroNeedsTheIdentityLink() {
    List<RateObservation> data = new ArrayList<>();
    for (int size = 0; size < 4; size++) {
      data.add(observed(Math.pow(10, size), 0.2 - 0.1 * size, "run " + size, "only"));
    }
    assertThatThrownBy(() -> RateTrends.along(data, OPTIONS))
        .isInstanceOf(EthogramException.class)
        .hasMessageContaining("outside [0, 1]");
    RateTrend trend = RateTrends.along(data, OPTIONS.with(Link.IDENTITY));
    assertThat(trend.slope().value().orElseThrow()).isCloseTo(-0.1, within(1e-5));
    assertThat(verdict(trend)).isEqualTo(Verdict.FALLS);
  }

  static RateTrend between(int sizes, int variants, DoubleUnaryOperator logit) {
    List<RateObservation> data = new ArrayList<>();
    for (int size = 0; size < sizes; size++) {
      double x = Math.pow(10, 6 + size);
      for (int variant = 0; variant < variants; variant++) {
        data.add(
            observed(x, logistic(logit.applyAsDouble(x)), "run " + size, "variant " + variant));
      }
    }
    return RateTrends.along(data, OPTIONS);
  }

  /** Seven sizes with three runs each. */
  private static RateTrend repeated(DoubleUnaryOperator logit) {
    List<RateObservation> data = new ArrayList<>();
    for (int run = 0; run < 21; run++) {
      double x = Math.pow(10, 6 + run % 7);
      double noise = 0.1 * (run / 7 - 1);
      data.add(observed(x, logistic(logit.applyAsDouble(x) + noise), "run " + run, "only"));
    }
    return RateTrends.along(data, OPTIONS);
  }

  static RateObservation observed(double x, double rate, String run, String variant) {
    return new RateObservation(x, new Ratio(40 * rate, 40), run, variant);
  }

  static double logistic(double logit) {
    return 1 / (1 + Math.exp(-logit));
  }

  private static HeldOut heldOut(RateTrend trend, Shape shape) {
    return trend.heldOut().stream()
        .filter(prediction -> prediction.shape() == shape)
        .findFirst()
        .orElseThrow();
  }

  private static Verdict verdict(RateTrend trend) {
    return VerdictRule.USUAL.decide(List.of(trend)).getFirst().verdict();
  }
}
