package org.ethogram.report.figure;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ethogram.report.figure.SvgCanvas.Anchor;

/** Renders a figure as an SVG document. */
public final class SvgFigure {
  private static final double WIDTH = 840;
  private static final double GAP = 26;
  private static final double LEGEND_LINE = 22;

  private final SvgCanvas canvas;
  private final Figure figure;

  private SvgFigure(Figure figure, Ink ink) {
    this.canvas = new SvgCanvas(ink);
    this.figure = figure;
  }

  public static String render(Figure figure, Ink ink) {
    return new SvgFigure(figure, ink).render();
  }

  private String render() {
    int columns = Math.min(figure.columns(), Math.max(1, figure.panels().size()));
    double width = (WIDTH - GAP * (columns - 1)) / columns;
    double plotHeight =
        switch (columns) {
          case 1 -> 310;
          case 2 -> 215;
          default -> 160;
        };
    boolean labelled = figure.panels().size() == 1;
    double top = 4 + (labelled ? 0 : legend());
    for (int first = 0; first < figure.panels().size(); first += columns) {
      List<Panel> row =
          figure.panels().subList(first, Math.min(first + columns, figure.panels().size()));
      double tallest =
          row.stream().mapToDouble(p -> SvgPanel.height(p, plotHeight)).max().orElse(0);
      for (int column = 0; column < row.size(); column++) {
        Panel panel = row.get(column);
        double left = column * (width + GAP);
        double below = tallest - SvgPanel.height(panel, plotHeight);
        new SvgPanel(canvas, panel, left, top + below, width, plotHeight, labelled).draw();
      }
      top += tallest + 14;
    }
    return canvas.document(WIDTH, top, figure.title(), figure.caption());
  }

  /** One row or more that name every series and reference line once; returns their height. */
  private double legend() {
    Map<String, Series> series = new LinkedHashMap<>();
    Map<String, ReferenceLine> lines = new LinkedHashMap<>();
    for (Panel panel : figure.panels()) {
      panel.series().stream()
          .filter(Series::labelled)
          .forEach(one -> series.putIfAbsent(one.name(), one));
      panel.references().forEach(line -> lines.putIfAbsent(line.label(), line));
    }
    lines.remove("");
    Pen pen = new Pen();
    series.forEach(
        (label, one) -> {
          pen.reserve(label);
          canvas.marker(one.marker(), pen.x + 6, pen.y + 10, 4.2, one.tone());
          pen.write(label, one.tone());
        });
    lines.forEach(
        (label, line) -> {
          pen.reserve(label);
          canvas.line(pen.x - 3, pen.y + 10, pen.x + 14, pen.y + 10, line.tone(), 1.5, "5 4");
          pen.write(label, line.tone());
        });
    return pen.x == 0 ? 0 : pen.y + LEGEND_LINE + 8;
  }

  /** Where the next entry of the legend goes. */
  private final class Pen {
    private double x;
    private double y;

    private void reserve(String label) {
      if (x > 0 && x + 20 + SvgCanvas.width(label, 12) > WIDTH) {
        x = 0;
        y += LEGEND_LINE;
      }
    }

    private void write(String label, Tone tone) {
      canvas.text(x + 20, y + 14, label, Anchor.START, 12, tone, true);
      x += 20 + SvgCanvas.width(label, 12) + 22;
    }
  }
}
