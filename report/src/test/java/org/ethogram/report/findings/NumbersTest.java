package org.ethogram.report.findings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalDouble;
import org.ethogram.report.findings.Measure.Kind;
import org.ethogram.stats.Estimate;
import org.ethogram.stats.Interval;
import org.junit.jupiter.api.Test;

class NumbersTest {
  @Test
  void whatIsUndefinedIsNeverANumber() {
    Estimate undefined = Estimate.undefined("no observation");
    assertThat(Numbers.estimate(undefined, Kind.RATE)).isEqualTo("n/a");
    assertThat(Numbers.slope(undefined, Kind.RATE)).isEqualTo("n/a");
    assertThat(Numbers.count(OptionalDouble.empty())).isEqualTo("n/a");
    assertThat(Numbers.pValue(OptionalDouble.empty())).isEqualTo("n/a");
  }

  @Test
  void estimatesCarryTheirIntervals() {
    Estimate estimate = Estimate.of(0.4432, new Interval(0.4011, 0.4852, 0.95), 16, "t");
    assertThat(Numbers.estimate(estimate, Kind.RATE)).isEqualTo("44.3% [40.1, 48.5]");
    Estimate difference = Estimate.of(-0.02, new Interval(-0.05, 0.01, 0.95), 16, "t");
    assertThat(Numbers.estimate(difference, Kind.DIFFERENCE))
        .isEqualTo("\u22122.0 pp [\u22125.0, +1.0]");
  }

  @Test
  void countsAreShortened() {
    assertThat(Numbers.count(OptionalDouble.of(151_234))).isEqualTo("151k");
    assertThat(Numbers.count(OptionalDouble.of(4_194_304))).isEqualTo("4.2M");
    assertThat(Numbers.count(OptionalDouble.of(999_600))).isEqualTo("1M");
    assertThat(Numbers.count(OptionalDouble.of(512))).isEqualTo("512");
    assertThat(Numbers.count(OptionalDouble.of(0))).isEqualTo("0");
  }
}
