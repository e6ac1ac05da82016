package org.ethogram.report.figure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TicksTest {
  @Test
  void aLogarithmicAxisOfManyDecadesShowsPowersOfTen() {
    assertThat(Ticks.logarithmic(1e4, 1e9, 7)).containsExactly(1e4, 1e5, 1e6, 1e7, 1e8, 1e9);
  }

  @Test
  void aLogarithmicAxisOfFewDecadesShowsRoundNumbersBetween() {
    assertThat(Ticks.logarithmic(1.2e4, 7e5, 8)).containsExactly(2e4, 5e4, 1e5, 2e5, 5e5);
  }

  @Test
  void lessThanHalfADecadeIsDividedEvenly() {
    assertThat(Ticks.logarithmic(100, 210, 6)).containsExactly(100.0, 150.0, 200.0);
  }

  @Test
  void aRateIsDividedIntoRoundShares() {
    assertThat(Ticks.linear(0, 1, 5)).hasSize(6).startsWith(0.0).endsWith(1.0);
  }

  @Test
  void numbersAreWrittenAsReadersSayThem() {
    assertThat(Ticks.write(151_234, Axis.Notation.COUNT)).isEqualTo("151.234k");
    assertThat(Ticks.write(2e9, Axis.Notation.COUNT)).isEqualTo("2B");
    assertThat(Ticks.write(512, Axis.Notation.COUNT)).isEqualTo("512");
    assertThat(Ticks.write(-0.25, Axis.Notation.PERCENT)).isEqualTo("\u221225%");
    assertThat(Ticks.write(0, Axis.Notation.DECIMAL)).isEqualTo("0");
    assertThat(Ticks.write(100, Axis.Notation.DECIMAL)).isEqualTo("100");
  }
}
