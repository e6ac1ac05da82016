package org.ethogram.stats.estimates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.ethogram.core.Ratio;
import org.ethogram.stats.Estimate;
import org.ethogram.stats.Interval;
import org.junit.jupiter.api.Test;

class RatioEstimatesTest {
  /**
   * By hand: totals 2/4, 3/4, 4/4 give 9/12 = 0.75, residuals -1, 0, 1, so the variance is 2 * 3/2
   * / 12^2 = 1/48, and t with 2 degrees of freedom is 4.302653.
   */
  @Test
  void standardErrorIsCountedBetweenClusters() {
    List<ClusteredRatio> data =
        List.of(
            observed("a", 1, 2),
            observed("a", 1, 2),
            observed("b", 3, 4),
            observed("c", 4, 4),
            observed("d", 0, 0));
    Estimate estimate = RatioEstimates.ratio(data, 0.95);
    assertThat(estimate.value()).hasValue(0.75);
    assertThat(estimate.n()).isEqualTo(3);
    assertThat(estimate.standardError().orElseThrow())
        .isCloseTo(Math.sqrt(1.0 / 48), within(1e-12));
    assertThat(estimate.interval().orElseThrow().width())
        .isCloseTo(2 * 4.302653 * Math.sqrt(1.0 / 48), within(1e-6));
    Interval rate = RatioEstimates.rate(data, 0.95).interval().orElseThrow();
    assertThat(rate.lower()).isBetween(0.0, 0.75);
    assertThat(rate.upper()).isBetween(0.75, 1.0);
  }

  @Test
  void clustersThatAgreeDoNotProveCertainty() {
    List<ClusteredRatio> data =
        List.of(observed("a", 8, 8), observed("b", 8, 8), observed("c", 8, 8));
    Interval interval = RatioEstimates.rate(data, 0.95).interval().orElseThrow();
    assertThat(interval).isEqualTo(Proportions.wilson(3, 3, 0.95).interval().orElseThrow());
  }

  @Test
  void oneClusterHasAValueAndNoInterval() {
    Estimate estimate = RatioEstimates.rate(List.of(observed("a", 1, 4)), 0.95);
    assertThat(estimate.value()).hasValue(0.25);
    assertThat(estimate.interval()).isEmpty();
    assertThat(RatioEstimates.rate(List.of(observed("a", 0, 0)), 0.95).value()).isEmpty();
  }

  /** What the clusters share cancels: each cluster differs by exactly one quarter. */
  @Test
  void pairedDifferenceHasNoErrorWhereEveryClusterDiffersAlike() {
    List<ClusteredRatio> first = List.of(observed("a", 3, 4), observed("b", 2, 4));
    List<ClusteredRatio> second =
        List.of(observed("a", 2, 4), observed("b", 1, 4), observed("c", 4, 4));
    Estimate estimate = RatioEstimates.difference(first, second, 0.95);
    assertThat(estimate.value()).hasValue(0.25);
    assertThat(estimate.n()).isEqualTo(2);
    assertThat(estimate.standardError().orElseThrow()).isCloseTo(0, within(1e-12));
  }

  @Test
  void aRateAboveOneIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RatioEstimates.rate(List.of(observed("a", 5, 4)), 0.95));
  }

  private static ClusteredRatio observed(String cluster, double numerator, double denominator) {
    return new ClusteredRatio(cluster, new Ratio(numerator, denominator));
  }
}
