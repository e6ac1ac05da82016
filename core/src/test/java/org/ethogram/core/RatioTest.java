package org.ethogram.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class RatioTest {
  @Test
  void aRateOverNothingIsUndefinedAndAddsNothing() {
    assertThat(Ratio.UNDEFINED.value()).isEmpty();
    assertThat(new Ratio(1, 4).plus(Ratio.UNDEFINED).value()).hasValue(0.25);
  }

  @Test
  void poolingAddsCountsRatherThanAveragingRates() {
    assertThat(new Ratio(1, 1).plus(new Ratio(0, 3)).value()).hasValue(0.25);
  }

  @Test
  void whatIsNotFiniteIsNoRatio() {
    assertThatThrownBy(() -> new Ratio(Double.NaN, 1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Ratio(1, -1)).isInstanceOf(IllegalArgumentException.class);
  }
}
