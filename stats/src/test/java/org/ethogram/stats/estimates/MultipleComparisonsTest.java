package org.ethogram.stats.estimates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class MultipleComparisonsTest {
  private static final List<Double> P_VALUES = List.of(0.01, 0.04, 0.03, 0.005);

  /** By hand: 0.005 x 4, 0.01 x 3, 0.03 x 2, then 0.04 is lifted to its predecessor. */
  @Test
  void holmStepsDown() {
    compare(MultipleComparisons.holm(P_VALUES), 0.03, 0.06, 0.06, 0.02);
  }

  /** By hand: 0.04 x 4/4, 0.03 x 4/3, 0.01 x 4/2, 0.005 x 4/1. */
  @Test
  void benjaminiHochbergStepsUp() {
    compare(MultipleComparisons.benjaminiHochberg(P_VALUES), 0.02, 0.04, 0.04, 0.02);
  }

  @Test
  void nothingTestedNeedsNoCorrection() {
    assertThat(MultipleComparisons.holm(List.of())).isEmpty();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> MultipleComparisons.holm(List.of(Double.NaN)));
  }

  private static void compare(List<Double> actual, double... expected) {
    assertThat(actual.stream().mapToDouble(p -> p).toArray())
        .containsExactly(expected, Offset.offset(1e-12));
  }
}
