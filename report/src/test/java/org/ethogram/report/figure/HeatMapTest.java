package org.ethogram.report.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.ethogram.core.EthogramException;
import org.ethogram.report.figure.HeatMap.Cell;
import org.ethogram.report.figure.HeatMap.Side;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HeatMapTest {
  private static HeatMap payoffs(int players) {
    List<String> names =
        IntStream.range(0, players).mapToObj(i -> "strategy-" + "abc".repeat(i % 5) + i).toList();
    List<List<Cell>> cells = new ArrayList<>();
    for (int row = 0; row < players; row++) {
      List<Cell> ofRow = new ArrayList<>();
      for (int column = 0; column < players; column++) {
        double value = 5.0 * row / players;
        ofRow.add(row == column ? Cell.MISSING : Cell.of(value, "%.2f".formatted(value)));
      }
      cells.add(ofRow);
    }
    return new HeatMap(
        "payoffs",
        "Who earns what from whom?",
        "A caption.",
        "payoff",
        "payoff a round",
        Side.names("player", "player", names),
        Side.names("opponent", "against", names),
        ColourScale.covering(cells, Axis.Notation.DECIMAL),
        cells);
  }

  private static HeatMap surface() {
    double[] places = IntStream.rangeClosed(0, 20).mapToDouble(i -> i / 20.0).toArray();
    List<List<Cell>> cells =
        IntStream.range(0, 21)
            .mapToObj(
                row -> IntStream.range(0, 21).mapToObj(c -> Cell.of(c > row ? 3 : 1)).toList())
            .toList();
    return new HeatMap(
        "surface",
        "",
        "A caption.",
        "score",
        "score",
        Side.numbers("y", "y", places),
        Side.numbers("x", "x", places),
        ColourScale.diverging(2, 1, Axis.Notation.DECIMAL),
        cells);
  }

  @Test
  void everyNameIsReadableAlsoAmongSixty() {
    for (int players : new int[] {3, 15, 60}) {
      HeatMap map = payoffs(players);
      String svg = SvgHeatMap.render(map, Ink.PAPER);
      for (String name : map.rows().labels()) {
        assertThat(svg.split(">" + name + "</text>", -1)).hasSize(3);
      }
      assertThat(svg).doesNotContain("font-size=\"8").contains("none</text>");
    }
  }

  @Test
  void cellsHaveTheColourOfTheirValueAndTheirTextWhereItFits() {
    String svg = SvgHeatMap.render(payoffs(3), Ink.PAPER);
    assertThat(svg).contains("fill=\"#440154\"").contains("fill=\"#fde725\"").contains(">3.33<");
    assertThat(SvgHeatMap.render(payoffs(60), Ink.PAPER)).doesNotContain(">3.33<");
  }

  @Test
  void theColoursOfAScaleRunFromEndToEnd() {
    ColourScale scale = ColourScale.diverging(0, 2, Axis.Notation.DECIMAL);
    assertThat(scale.colour(-7)).isEqualTo(scale.colour(-2)).isEqualTo("#17508f");
    assertThat(scale.colour(0)).isEqualTo("#f5f4f1");
    assertThat(scale.colour(2)).isEqualTo("#a64b07");
    assertThat(scale.inkOn(-2)).isEqualTo("#ffffff");
    assertThat(scale.inkOn(0)).isEqualTo("#1b1f24");
    assertThat(ColourScale.covering(List.of(List.of(Cell.of(3), Cell.of(3))), Axis.Notation.COUNT))
        .satisfies(same -> assertThat(same.low()).isEqualTo(2.5))
        .satisfies(same -> assertThat(same.high()).isEqualTo(3.5));
  }

  @Test
  void neighboursOfOneColourAreOneShapeAndAFewNumbersStandAtTheAxes() {
    String svg = SvgHeatMap.render(surface(), Ink.PAPER);
    assertThat(svg.split("#17508f", -1).length - 1).isEqualTo(21);
    assertThat(svg).contains(">0</text>").contains(">0.5</text>").contains(">1</text>");
    assertThat(svg).doesNotContain(">0.35</text>");
  }

  @Test
  void theTableHoldsEveryCellAndLeavesTheMissingEmpty() {
    String csv = CsvFigure.render(payoffs(3));
    assertThat(csv).startsWith("player,opponent,payoff\nstrategy-0,strategy-0,\n");
    assertThat(csv.lines()).hasSize(10);
    assertThat(csv).contains("strategy-abc1,strategy-0," + 5.0 / 3 + "\n");
  }

  @Test
  void pictureDocumentAndTableAreWrittenTogether(@TempDir Path folder) throws Exception {
    List<Path> written = FigureFiles.write(folder.resolve("new"), surface());
    assertThat(written).contains(folder.resolve("new/surface.svg"));
    Assumptions.assumeTrue(written.size() == 3, "this machine's Java has no fonts");
    byte[] png = Files.readAllBytes(folder.resolve("new/surface.png"));
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
    int blue = 0;
    for (int x = 0; x < image.getWidth(); x++) {
      blue += (image.getRGB(x, image.getHeight() / 2) & 0xffffff) == 0x17508f ? 1 : 0;
    }
    assertThat(blue).isGreaterThan(200);
    Path file = Files.writeString(folder.resolve("file"), "");
    assertThatThrownBy(() -> FigureFiles.write(file, surface()))
        .isInstanceOf(EthogramException.class)
        .hasMessageContaining("cannot be written");
  }

  @Test
  void sizesThatDoNotFitAreRefused() {
    HeatMap map = surface();
    assertThatThrownBy(
            () ->
                new HeatMap(
                    "x",
                    "",
                    "",
                    "v",
                    "v",
                    map.rows(),
                    map.columns(),
                    map.scale(),
                    map.cells().subList(0, 3)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Cell(OptionalDouble.of(Double.NaN), ""))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
