package org.ethogram.report.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

class FigureFilesTest {
  @Test
  void theTableHoldsEveryPointFitAndReferenceInFull() {
    Figure figure = SampleFigures.training();
    String csv = CsvFigure.render(figure);
    assertThat(csv).startsWith("panel,series,kind,tokens,cooperation,low,high,n\n");
    assertThat(csv.lines().filter(line -> line.contains(",observed,")).count()).isEqualTo(4 * 9);
    assertThat(csv.lines().filter(line -> line.contains(",fit,")).count()).isEqualTo(4 * 8);
    assertThat(csv).contains(",ideal reader,reference,,0.81,,,\n");
    Point point = figure.panels().getFirst().series().getFirst().points().get(3);
    assertThat(csv).contains("12k,observed," + point.x() + "," + point.y() + ",");
  }

  @Test
  void cellsWithCommasAndQuotesAreQuoted() {
    assertThat(Csv.cell("a,\"b\"")).isEqualTo("\"a,\"\"b\"\"\"");
    assertThat(Csv.cell("plain")).isEqualTo("plain");
  }

  @Test
  void thePictureIsTwiceTheSizeAndNotBlank() throws Exception {
    Optional<byte[]> png = PngFigure.render(SampleFigures.training());
    Assumptions.assumeTrue(png.isPresent(), "this machine's Java has no fonts");
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(png.get()));
    assertThat(image.getWidth()).isEqualTo(1720);
    assertThat(image.getRGB(2, 2) & 0xffffff).isEqualTo(0xffffff);
    long truth = 0;
    int orange = Integer.parseInt(Tone.TRUTH.light().substring(1), 16);
    for (int x = 0; x < image.getWidth(); x++) {
      for (int y = 0; y < image.getHeight(); y++) {
        truth += isNear(image.getRGB(x, y), orange) ? 1 : 0;
      }
    }
    assertThat(truth).isGreaterThan(500);
  }

  private static boolean isNear(int pixel, int colour) {
    return IntStream.of(0, 8, 16)
        .allMatch(shift -> Math.abs((pixel >> shift & 0xff) - (colour >> shift & 0xff)) < 60);
  }
}
