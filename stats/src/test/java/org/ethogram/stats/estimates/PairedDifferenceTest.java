package org.ethogram.stats.estimates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.ethogram.core.Ratio;
import org.ethogram.stats.Estimate;
import org.junit.jupiter.api.Test;

class PairedDifferenceTest {
  /** By hand: differences 1, 0, 1, 0 have mean 1/2 and standard error sqrt(1/3)/2. */
  @Test
  void onlySharedItemsCount() {
    PairedDifference paired =
        PairedDifference.of(
            List.of(item("a", 1), item("b", 1), item("c", 1), item("d", 0), item("e", 1)),
            List.of(item("a", 0), item("b", 1), item("c", 0), item("d", 0), item("f", 1)),
            0.95);
    assertThat(paired.difference().value()).hasValue(0.5);
    assertThat(paired.difference().standardError().orElseThrow())
        .isCloseTo(Math.sqrt(1.0 / 3) / 2, within(1e-12));
    assertThat(List.of(paired.shared(), paired.onlyFirst(), paired.onlySecond()))
        .containsExactly(4, 1, 1);
    assertThat(paired.correlation().orElseThrow()).isCloseTo(1 / 3.0, within(1e-12));
  }

  @Test
  void nothingSharedIsUndefined() {
    PairedDifference paired = PairedDifference.of(List.of(item("a", 1)), List.of(), 0.95);
    assertThat(paired.difference().value()).isEmpty();
    assertThat(paired.correlation()).isEmpty();
  }

  /** By hand: 2 (1 + 12 + 66) / 4096. */
  @Test
  void mcNemarIsTheBinomialOfTheDiscordantItems() {
    assertThat(McNemar.exact(10, 2).pValue().orElseThrow()).isCloseTo(158.0 / 4096, within(1e-12));
    assertThat(McNemar.exact(3, 3).pValue()).hasValue(1);
    assertThat(McNemar.exact(0, 0).pValue()).isEmpty();
  }

  /**
   * By hand: scores 1 2 / 3 4 crossed by row and column, mean 2.5: rows leave residual totals -2,
   * 2, columns -1, 1, cells squares 5; so (8 * 2 + 2 * 2 - 5 * 4/3) / 16 = 5/6.
   */
  @Test
  void errorsSharedInTwoWaysAreAddedLessTheirIntersection() {
    List<CrossedRatio> data =
        List.of(
            crossed("r1", "c1", 1),
            crossed("r1", "c2", 2),
            crossed("r2", "c1", 3),
            crossed("r2", "c2", 4));
    // The larger one-way variance, 16/16, exceeds 5/6 and bounds it from below.
    Estimate estimate = TwoWayRatio.ratio(data, 0.95);
    assertThat(estimate.value()).hasValue(2.5);
    assertThat(estimate.standardError().orElseThrow()).isCloseTo(1, within(1e-12));
    assertThat(estimate.n()).isEqualTo(2);
    assertThat(TwoWayRatio.ratio(data.subList(0, 2), 0.95).interval()).isEmpty();
    assertThat(TwoWayRatio.ratio(List.of(), 0.95).value()).isEmpty();
  }

  private static CrossedRatio crossed(String row, String column, double score) {
    return new CrossedRatio(row, column, new Ratio(score, 1));
  }

  private static ScoredItem item(String name, double score) {
    return new ScoredItem(name, name, score);
  }
}
