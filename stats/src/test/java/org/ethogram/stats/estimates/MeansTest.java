package org.ethogram.stats.estimates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.OptionalDouble;
import org.ethogram.stats.Estimate;
import org.ethogram.stats.Interval;
import org.junit.jupiter.api.Test;

class MeansTest {
  /** The 97.5% quantile of Student's t on 9 degrees of freedom is 2.2622. */
  @Test
  void theIntervalIsStudents() {
    Estimate estimate = Means.of(3, OptionalDouble.of(0.5), 10, 0.95);
    Interval interval = estimate.interval().orElseThrow();
    assertThat(interval.lower()).isEqualTo(3 - 2.2622 * 0.5, within(1e-4));
    assertThat(interval.upper()).isEqualTo(3 + 2.2622 * 0.5, within(1e-4));
    assertThat(estimate.n()).isEqualTo(10);
  }

  @Test
  void aSingleValueHasNoIntervalAndACertainOneNoWidth() {
    assertThat(Means.of(3, OptionalDouble.empty(), 1, 0.95).interval()).isEmpty();
    assertThat(Means.of(3, OptionalDouble.of(0), 1, 0.95).interval().orElseThrow().width())
        .isZero();
  }
}
