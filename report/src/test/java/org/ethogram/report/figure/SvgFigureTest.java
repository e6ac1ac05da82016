package org.ethogram.report.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;

class SvgFigureTest {
  @Test
  void isWellFormedAndDrawsEveryObservation() throws Exception {
    Figure figure = SampleFigures.multiples();
    Document document = parse(SvgFigure.render(figure, Ink.PAPER));
    long circles = document.getElementsByTagName("circle").getLength();
    long drawnAsCircles = 6 * 9; // One of the four series of each of six panels.
    long legend = 1;
    assertThat(circles).isEqualTo(drawnAsCircles + legend);
  }

  @Test
  void zeroOnALogarithmicAxisStandsApartWithItsOwnTick() {
    String svg = SvgFigure.render(SampleFigures.training(), Ink.PAPER);
    assertThat(svg).contains(">0</text>", ">100k</text>", ">1M</text>");
    assertThat(svg).doesNotContain("NaN", "Infinity");
  }

  @Test
  void coloursAreFixedOnPaperAndVariablesOnAPage() {
    assertThat(SvgFigure.render(SampleFigures.training(), Ink.PAPER)).doesNotContain("var(--");
    assertThat(SvgFigure.render(SampleFigures.training(), Ink.PAGE))
        .contains("var(--truth)")
        .doesNotContain(Tone.TRUTH.light());
  }

  @Test
  void textThatLooksLikeMarkupStaysText() throws Exception {
    Panel panel =
        new Panel(
            "<script>alert(1)</script>",
            Axis.decimal("x", "a < b & \"c\""),
            Axis.decimal("y", "y"),
            List.of(),
            List.of(),
            "control \u0000 character");
    String svg = SvgFigure.render(Figure.of("odd", "<b>", "'", panel), Ink.PAGE);
    assertThat(svg).doesNotContain("<script");
    assertThat(parse(svg).getElementsByTagName("script").getLength()).isZero();
  }

  @Test
  void aSinglePointAndAnEmptyPanelCanBeDrawn() throws Exception {
    Axis x = Axis.logarithmic("n", "n");
    Axis y = Axis.decimal("y", "y");
    Series one =
        new Series(
            "one", true, Tone.INK, Series.Marker.RING, List.of(Point.of(100, 3)), true, List.of());
    Panel point = new Panel("", x, y, List.of(one), List.of(), "");
    Panel empty = new Panel("", x, y, List.of(), List.of(), "");
    String svg = SvgFigure.render(new Figure("few", "t", "c", 2, List.of(point, empty)), Ink.PAPER);
    parse(svg);
    assertThat(svg).doesNotContain("NaN", "Infinity");
  }

  private static Document parse(String svg) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
  }
}
