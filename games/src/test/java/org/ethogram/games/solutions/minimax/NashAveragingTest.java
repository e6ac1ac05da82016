package org.ethogram.games.solutions.minimax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.ethogram.games.solutions.Examples.bimatrix;
import static org.ethogram.games.solutions.Examples.fractions;

import java.util.Arrays;
import java.util.List;
import org.ethogram.core.EthogramException;
import org.ethogram.games.catalogue.Catalogue;
import org.ethogram.games.linear.Rational;
import org.ethogram.games.solutions.Examples;
import org.junit.jupiter.api.Test;

class NashAveragingTest {
  /** Balduzzi et al. 2018, section 3: rock, paper, scissors, and who beats everybody. */
  @Test
  void cyclesAreRatedEquallyAndTheBestTakesAll() {
    NashAveraging cycle = NashAveraging.of(matrix("0 1 -1", "-1 0 1", "1 -1 0"));
    assertThat(cycle.rows().weights()).isEqualTo(fractions("1/3 1/3 1/3"));
    assertThat(cycle.rows().ratings()).containsOnly(Rational.ZERO);
    assertThat(cycle.rows().unique()).isTrue();
    NashAveraging best = NashAveraging.of(matrix("0 1 2", "-1 0 1", "-2 -1 0"));
    assertThat(best.rows().weights()).isEqualTo(fractions("1 0 0"));
    assertThat(best.rows().ratings()).isEqualTo(fractions("0 -1 -2"));
  }

  /** Balduzzi et al. 2018, theorem 1: a copy shares the weight of its original. */
  @Test
  void copiesChangeNothing() {
    NashAveraging copied =
        NashAveraging.of(matrix("0 0 1 -1", "0 0 1 -1", "-1 -1 0 1", "1 1 -1 0"));
    assertThat(copied.rows().unique()).isFalse();
    double[] weights = copied.rows().weights().stream().mapToDouble(Rational::toDouble).toArray();
    assertThat(weights)
        .containsExactly(new double[] {1 / 6.0, 1 / 6.0, 1 / 3.0, 1 / 3.0}, within(1e-9));
    assertThat(copied.rows().ratings()).allMatch(rating -> Math.abs(rating.toDouble()) < 1e-9);
  }

  /** Where nothing matters everything counts alike. */
  @Test
  void withoutDifferencesTheWeightsAreEven() {
    NashAveraging even = NashAveraging.of(matrix("0 0 0", "0 0 0", "0 0 0"));
    assertThat(even.rows().weights().getFirst().toDouble()).isCloseTo(1 / 3.0, within(1e-12));
  }

  /** The largest entropy lies on the border: x <= 1/4 binds, so that x is 1/4 and not 1/2. */
  @Test
  void inequalitiesMayBind() {
    // The row mixes x and 1 - x; against the second column it gains 1 - 4x, so that x <= 1/4.
    NashAveraging bound = NashAveraging.of(matrix("0 -3", "0 1"));
    assertThat(bound.value()).isEqualTo(Rational.ZERO);
    assertThat(bound.rows().weights().getFirst().toDouble()).isCloseTo(0.25, within(1e-6));
  }

  @Test
  void agentsAndTasksWeighEachOther() {
    NashAveraging tasks = NashAveraging.of(matrix("1 0 1/2", "0 1 1/2"));
    assertThat(tasks.value()).isEqualTo(Rational.of(1, 2));
    assertThat(tasks.rows().weights()).isEqualTo(fractions("1/2 1/2"));
    assertThat(tasks.columns().unique()).isFalse();
    assertThat(tasks.columns().weights().get(2).toDouble()).isCloseTo(1 / 3.0, within(1e-9));
  }

  @Test
  void gamesAreTakenByTheirDifferences() {
    assertThat(NashAveraging.of(Catalogue.named("prisoners-dilemma")).rows().weights())
        .isEqualTo(fractions("0 1"));
    assertThat(NashAveraging.of(Catalogue.named("matching-pennies")).rows().weights())
        .isEqualTo(fractions("1/2 1/2"));
    assertThatThrownBy(() -> NashAveraging.of(bimatrix("1 0; 0 1", "0 3; 1 1")))
        .isInstanceOf(EthogramException.class)
        .hasMessageContaining("constant sum");
  }

  private static List<List<Rational>> matrix(String... rows) {
    return Arrays.stream(rows).map(Examples::fractions).toList();
  }
}
