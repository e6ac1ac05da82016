package org.ethogram.report.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.ethogram.report.figure.StackedShares.Band;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SharesAndMosaicTest {
  private static final List<Kind> KINDS = Kind.of(List.of("hawk", "dove"));

  private static final Mosaic MOSAIC =
      new Mosaic(
          "field",
          "Who stands where",
          "A caption.",
          KINDS,
          2,
          List.of(
              new Mosaic.Grid("start", List.of(List.of(0, 0), List.of(0, 1))),
              new Mosaic.Grid("end", List.of(List.of(1, 1), List.of(1, 1)))));

  private static final StackedShares SHARES =
      new StackedShares(
          "shares",
          "",
          "A caption.",
          new Axis(
              "generation", "generation", Axis.Scale.LINEAR, Axis.Notation.COUNT, Optional.empty()),
          List.of(0.0, 1.0, 2.0),
          List.of(
              new Band(KINDS.get(0), List.of(0.5, 0.75, 0.99)),
              new Band(KINDS.get(1), List.of(0.5, 0.25, 0.01))));

  @Test
  void cellsOfOneKindAreOneShapeAndTheLegendNamesAllKinds() {
    String svg = SvgMosaic.render(MOSAIC, Ink.PAPER);
    assertThat(svg.split(KINDS.get(0).tone().light(), -1).length - 1).isEqualTo(1 + 2);
    assertThat(svg.split(KINDS.get(1).tone().light(), -1).length - 1).isEqualTo(1 + 1 + 2);
    assertThat(svg).contains(">hawk<", ">dove<", ">start<", ">end<", ">Who stands where<");
    assertThat(CsvFigure.render(MOSAIC))
        .startsWith("grid,row,column,kind\nstart,1,1,hawk\n")
        .contains("start,2,2,dove\n")
        .hasLineCount(9);
  }

  @Test
  void bandsLieOnOneAnotherAndFillTheWhole() {
    String svg = SvgStackedShares.render(SHARES, Ink.PAPER);
    assertThat(svg).contains(">hawk</text>").contains(">dove</text>").contains(">100%</text>");
    assertThat(svg).contains("L423.08 346L46 346Z").contains(">2</text>");
    assertThat(CsvFigure.render(SHARES))
        .startsWith("kind,generation,share\nhawk,0.0,0.5\n")
        .hasLineCount(7);
  }

  @Test
  void filesAreWrittenAndSizesChecked(@TempDir Path folder) {
    assertThat(FigureFiles.write(folder, MOSAIC)).contains(folder.resolve("field.csv"));
    assertThat(FigureFiles.write(folder, SHARES)).contains(folder.resolve("shares.svg"));
    assertThatThrownBy(() -> new Mosaic.Grid("x", List.of(List.of(1), List.of())))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(
            () ->
                new Mosaic(
                    "m", "", "", KINDS, 1, List.of(new Mosaic.Grid("x", List.of(List.of(2))))))
        .isInstanceOf(IndexOutOfBoundsException.class);
    assertThat(Kind.of(List.of("a", "b", "c", "d", "e", "f", "g", "h")).getFirst().tone())
        .isEqualTo(Tone.ordered(0, 8));
  }
}
