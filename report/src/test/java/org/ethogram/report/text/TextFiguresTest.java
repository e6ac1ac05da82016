package org.ethogram.report.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.ethogram.report.figure.Axis;
import org.ethogram.report.figure.ColourScale;
import org.ethogram.report.figure.HeatMap;
import org.ethogram.report.figure.HeatMap.Cell;
import org.ethogram.report.figure.HeatMap.Side;
import org.ethogram.report.figure.Kind;
import org.ethogram.report.figure.Mosaic;
import org.junit.jupiter.api.Test;

class TextFiguresTest {
  @Test
  void aHeatMapIsShadedByItsValues() {
    HeatMap map =
        new HeatMap(
            "map",
            "",
            "",
            "score",
            "score",
            Side.numbers("y", "y", 1, 0),
            Side.numbers("x", "x", 0, 1, 2),
            ColourScale.sequential(0, 5, Axis.Notation.DECIMAL),
            List.of(
                List.of(Cell.of(0), Cell.of(1.5), Cell.of(2.5)),
                List.of(Cell.of(3.5), Cell.of(5), Cell.MISSING)));
    assertThat(TextHeatMap.lines(map).subList(0, 3))
        .containsExactly("1 |  ░░▒▒|", "0 |▓▓██··|", "   0 x  2");
    assertThat(TextHeatMap.lines(map).getLast()).contains("score:", "[██] 4.00 to 5.00");
  }

  @Test
  void kindsAreShadesOrLetters() {
    List<List<Integer>> rows = List.of(List.of(0, 1), List.of(1, 0));
    assertThat(
            TextMosaic.lines(
                new Mosaic(
                    "m",
                    "",
                    "",
                    Kind.of(List.of("C", "D")),
                    1,
                    List.of(new Mosaic.Grid("now", rows)))))
        .containsExactly("now", "██░░", "░░██", "██ C  ░░ D");
    assertThat(
            TextMosaic.lines(
                new Mosaic(
                    "m",
                    "",
                    "",
                    Kind.of(List.of("a", "b", "c", "d", "e")),
                    1,
                    List.of(new Mosaic.Grid("now", rows)))))
        .contains("AABB", "BBAA");
  }
}
