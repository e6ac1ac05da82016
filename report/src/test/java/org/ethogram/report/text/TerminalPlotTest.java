package org.ethogram.report.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.ethogram.report.figure.Axis;
import org.ethogram.report.figure.Panel;
import org.ethogram.report.figure.Point;
import org.ethogram.report.figure.Series;
import org.ethogram.report.figure.Series.Marker;
import org.ethogram.report.figure.Tone;
import org.junit.jupiter.api.Test;

class TerminalPlotTest {
  private static Panel panel(List<Point> points) {
    return new Panel(
        "",
        Axis.logarithmic("n", "N"),
        Axis.decimal("loss", "Loss"),
        List.of(new Series("run", true, Tone.INK, Marker.CIRCLE, points, false, List.of())),
        List.of(),
        "");
  }

  @Test
  void pointsStandWhereTheirDecadesAre() {
    List<String> lines =
        TerminalPlot.lines(
            panel(List.of(Point.of(10, 1), Point.of(100, 2), Point.of(1000, 3))), 21, 5);
    assertThat(lines.get(1)).isEqualTo("     3.00 \u2502" + " ".repeat(20) + "o");
    assertThat(lines.get(3)).isEqualTo("          \u2502" + " ".repeat(10) + "o");
    assertThat(lines.get(5)).isEqualTo("     1.00 \u2502o");
    assertThat(lines.get(7)).contains("10.0", "N", "1.00e+03");
    assertThat(lines.getLast()).contains("o run");
  }

  @Test
  void onePointAndNoPointHavePlaces() {
    assertThat(TerminalPlot.lines(panel(List.of(Point.of(10, 1))), 10, 3)).hasSize(7);
    assertThat(TerminalPlot.lines(panel(List.of()), 10, 3)).isEmpty();
  }

  @Test
  void aSparklineRunsFromTheLeastToTheGreatest() {
    assertThat(Sparkline.of(0, 0.5, 1)).isEqualTo("\u2581\u2585\u2588");
    assertThat(Sparkline.of(2, 2)).isEqualTo("\u2585\u2585");
    assertThat(Sparkline.of(1, Double.NaN, 0)).isEqualTo("\u2588\u00b7\u2581");
    assertThat(Sparkline.of()).isEmpty();
  }
}
