package org.ethogram.stats.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.ethogram.core.Seed;
import org.ethogram.stats.Estimate;
import org.ethogram.stats.agreement.KrippendorffAlpha.Scale;
import org.ethogram.stats.resampling.Bootstrap;
import org.junit.jupiter.api.Test;

class AgreementTest {
  private static final Bootstrap BOOTSTRAP = new Bootstrap(new Seed(1), 500, 0.95);

  /** Shrout and Fleiss 1979, table 2: six targets, four judges. */
  private static final double[][] SHROUT_FLEISS = {
    {9, 2, 5, 8}, {6, 1, 3, 2}, {8, 4, 6, 8}, {7, 1, 2, 6}, {10, 5, 6, 9}, {6, 2, 4, 7}
  };

  /** Krippendorff 2011, section E: twelve units, four observers, missing ratings left out. */
  private static final List<List<Double>> KRIPPENDORFF =
      List.of(
          List.of(1.0, 1.0, 1.0),
          List.of(2.0, 2.0, 3.0, 2.0),
          List.of(3.0, 3.0, 3.0, 3.0),
          List.of(3.0, 3.0, 3.0, 3.0),
          List.of(2.0, 2.0, 2.0, 2.0),
          List.of(1.0, 2.0, 3.0, 4.0),
          List.of(4.0, 4.0, 4.0, 4.0),
          List.of(1.0, 1.0, 2.0, 1.0),
          List.of(2.0, 2.0, 2.0, 2.0),
          List.of(5.0, 5.0, 5.0),
          List.of(1.0, 1.0),
          List.of(3.0));

  /** Shrout and Fleiss 1979, table 4; intervals as the R package psych documents. */
  @Test
  void theThreeIntraclassCorrelationsAreAsPublished() {
    List<List<Double>> groups =
        Arrays.stream(SHROUT_FLEISS).map(row -> Arrays.stream(row).boxed().toList()).toList();
    check(IntraclassCorrelation.oneWay(groups, 0.95), 0.17, -0.13, 0.72);
    check(IntraclassCorrelation.agreement(SHROUT_FLEISS, 0.95), 0.29, 0.02, 0.76);
    check(IntraclassCorrelation.consistency(SHROUT_FLEISS, 0.95), 0.71, 0.34, 0.95);
  }

  @Test
  void scoresThatDoNotVaryHaveNoIntraclassCorrelation() {
    assertThat(
            IntraclassCorrelation.oneWay(List.of(List.of(1.0, 1.0), List.of(1.0, 1.0)), 0.95)
                .value())
        .isEmpty();
    assertThat(IntraclassCorrelation.oneWay(List.of(List.of(1.0)), 0.95).value()).isEmpty();
    assertThat(
            IntraclassCorrelation.oneWay(List.of(List.of(1.0, 1.0), List.of(2.0, 2.0)), 0.95)
                .value())
        .hasValue(1);
  }

  /** The worked example of Fleiss' kappa with ten subjects and fourteen raters: 0.210. */
  @Test
  void fleissKappaOfTheWorkedExample() {
    int[][] counts = {
      {0, 0, 0, 0, 14},
      {0, 2, 6, 4, 2},
      {0, 0, 3, 5, 6},
      {0, 3, 9, 2, 0},
      {2, 2, 8, 1, 1},
      {7, 7, 0, 0, 0},
      {3, 2, 6, 3, 0},
      {2, 5, 3, 2, 2},
      {6, 5, 2, 1, 0},
      {0, 2, 2, 3, 7}
    };
    Estimate kappa = FleissKappa.of(counts, BOOTSTRAP);
    assertThat(kappa.value().orElseThrow()).isCloseTo(0.210, within(5e-4));
    assertThat(kappa.interval().orElseThrow().contains(0.210)).isTrue();
    assertThat(FleissKappa.of(new int[][] {{3, 0}, {3, 0}}, BOOTSTRAP).value()).isEmpty();
  }

  /** Krippendorff 2011, section E: nominal 0.743, ordinal 0.815, interval 0.849. */
  @Test
  void krippendorffAlphaIsAsPublished() {
    near(KrippendorffAlpha.of(KRIPPENDORFF, Scale.NOMINAL, BOOTSTRAP), 0.743);
    near(KrippendorffAlpha.of(KRIPPENDORFF, Scale.ORDINAL, BOOTSTRAP), 0.815);
    near(KrippendorffAlpha.of(KRIPPENDORFF, Scale.INTERVAL, BOOTSTRAP), 0.849);
    assertThat(
            KrippendorffAlpha.of(
                    List.of(List.of(1.0, 1.0), List.of(1.0, 1.0)), Scale.NOMINAL, BOOTSTRAP)
                .value())
        .isEmpty();
  }

  private static void near(Estimate estimate, double value) {
    assertThat(estimate.value().orElseThrow()).isCloseTo(value, within(5.1e-4));
    assertThat(estimate.interval().orElseThrow().contains(value)).isTrue();
  }

  private static void check(Estimate estimate, double value, double lower, double upper) {
    assertThat(estimate.value().orElseThrow()).isCloseTo(value, within(5.1e-3));
    assertThat(estimate.interval().orElseThrow().lower()).isCloseTo(lower, within(5.1e-3));
    assertThat(estimate.interval().orElseThrow().upper()).isCloseTo(upper, within(6e-3));
  }
}
