package org.ethogram.evaluations.aggregate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.ethogram.core.Ratio;
import org.ethogram.evaluations.aggregate.CounterbalancedRate.Cell;
import org.junit.jupiter.api.Test;

class CounterbalancedRateTest {
  @Test
  void biasesThatAddInLogitsCancelAndAreReported() {
    // Preference 1.2 for cooperation, 2 for the word that is mentioned first, 0.5 for the first
    // word.
    List<Cell> cells = new ArrayList<>();
    for (int mention : new int[] {1, -1}) {
      for (int label : new int[] {1, -1}) {
        cells.add(cell(mention, label, logistic(1.2 + 2 * mention + .5 * label)));
      }
    }
    CounterbalancedRate rate = CounterbalancedRate.over(cells).orElseThrow();
    assertThat(rate.rate()).isCloseTo(logistic(1.2), within(1e-12));
    // The plain mean is drawn towards one half: (.976 + .937 + .426 + .216) / 4.
    assertThat(rate.arithmeticMean()).isCloseTo(.639, within(.001));
    assertThat(rate.effect("mention", "1").orElseThrow()).isCloseTo(2, within(1e-9));
    assertThat(rate.effect("mention", "-1").orElseThrow()).isCloseTo(-2, within(1e-9));
    assertThat(rate.effect("labels", "1").orElseThrow()).isCloseTo(.5, within(1e-9));
    assertThat(rate.complete()).isTrue();
  }

  @Test
  void aModelThatIsAllPositionHasNoPreference() {
    var cells = List.of(cell(1, 1, 1), cell(1, -1, 1), cell(-1, 1, 0), cell(-1, -1, 0));
    assertThat(CounterbalancedRate.over(cells).orElseThrow().rate()).isCloseTo(.5, within(1e-12));
  }

  @Test
  void cellsThatAgreeKeepTheirRateToTheEdge() {
    var cells = List.of(cell(1, 1, 1), cell(-1, 1, 1));
    assertThat(CounterbalancedRate.over(cells).orElseThrow().rate()).isEqualTo(1);
  }

  @Test
  void undefinedCellsAreLeftOutAndTheLossIsSeen() {
    var defined = List.of(cell(1, 1, .5), cell(1, -1, .5), cell(-1, 1, .5));
    var cells = new ArrayList<>(defined);
    cells.add(new Cell(levels(-1, -1), Ratio.UNDEFINED));
    CounterbalancedRate rate = CounterbalancedRate.over(cells).orElseThrow();
    assertThat(rate.cells()).isEqualTo(3);
    assertThat(rate.complete()).isFalse();
    assertThat(CounterbalancedRate.over(List.of(cells.getLast()))).isEmpty();
  }

  private static Cell cell(int mention, int labels, double rate) {
    return new Cell(levels(mention, labels), new Ratio(rate * 5, 5));
  }

  private static SortedMap<String, String> levels(int mention, int labels) {
    return new TreeMap<>(
        Map.of("mention", Integer.toString(mention), "labels", Integer.toString(labels)));
  }

  private static double logistic(double logit) {
    return 1 / (1 + Math.exp(-logit));
  }
}
