package org.ethogram.report.figure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.ethogram.report.figure.SvgCanvas.Anchor;

/** Draws one panel into its rectangle. */
final class SvgPanel {
  private static final double TEXT = 12;
  private static final double TITLE = 13.5;
  private static final double LEFT = 46;
  private static final double BOTTOM = 44;
  private static final double GUTTER = 12;

  private final SvgCanvas canvas;
  private final Panel panel;
  private final double plotTop;
  private final double plotBottom;
  private final double plotLeft;
  private final double plotRight;
  private final Projection x;
  private final Projection y;
  private final EdgeLabels labels = new EdgeLabels();
  private final double top;
  private final List<Tone> tones;
  private final boolean crowded;

  /**
   * @param labelled true to name the series at the right edge, false where a legend does
   */
  SvgPanel(
      SvgCanvas canvas,
      Panel panel,
      double left,
      double top,
      double width,
      double plotHeight,
      boolean labelled) {
    this.canvas = canvas;
    this.panel = panel;
    this.top = top;
    this.crowded = crowded(panel);
    this.tones =
        panel.series().stream()
            .filter(series -> !series.points().isEmpty())
            .map(Series::tone)
            .distinct()
            .toList();
    this.plotTop = top + header(panel);
    this.plotBottom = plotTop + plotHeight;
    this.plotLeft = left + LEFT;
    int rows = (int) Math.clamp(plotHeight / 48, 3, 6);
    this.y = Projection.of(panel.y(), heights(), plotBottom, plotTop, rows);
    double gutter = 8;
    if (labelled) {
      panel.references().forEach(line -> labels.add(line.label(), line.tone(), y.pixel(line.y())));
      panel.series().forEach(this::label);
      gutter = Math.max(gutter, GUTTER + labels.width(TEXT));
    }
    this.plotRight = left + width - gutter;
    this.x =
        Projection.of(
            panel.x(), panel.drawn().mapToDouble(Point::x), plotLeft + 6, plotRight - 6, 6);
  }

  static double header(Panel panel) {
    return 28 + (panel.title().isEmpty() ? 0 : 18) + (panel.note().isEmpty() ? 0 : 18);
  }

  static double height(Panel panel, double plotHeight) {
    return header(panel) + plotHeight + BOTTOM;
  }

  void draw() {
    drawHeader();
    drawAxes();
    panel.references().forEach(this::drawReference);
    panel.series().forEach(this::drawRibbon);
    panel.series().forEach(this::drawLines);
    panel.series().forEach(this::drawPoints);
    drawLabels();
  }

  private void drawHeader() {
    double line = top;
    double left = plotLeft - LEFT;
    if (!panel.title().isEmpty()) {
      canvas.text(left, line + 13, panel.title(), Anchor.START, TITLE, Tone.INK, true);
      line += 18;
    }
    if (!panel.note().isEmpty()) {
      canvas.text(left, line + 12, panel.note(), Anchor.START, TEXT, Tone.INK, false);
      line += 18;
    }
    canvas.text(left, line + 13, panel.y().label(), Anchor.START, TEXT, Tone.MUTED, false);
  }

  private void drawAxes() {
    for (double tick : y.ticks((int) Math.clamp((plotBottom - plotTop) / 48, 3, 6))) {
      double at = y.pixel(tick);
      canvas.line(plotLeft, at, plotRight, at, Tone.GRID, 1, "");
      canvas.text(plotLeft - 8, at + 4, y.write(tick), Anchor.END, TEXT, Tone.MUTED, false);
    }
    canvas.line(plotLeft, plotBottom, plotRight, plotBottom, Tone.MUTED, 1, "");
    int columns = (int) Math.clamp((plotRight - plotLeft) / 60, 3, 9);
    for (double tick : x.ticks(columns)) {
      drawColumn(x.pixel(tick), x.write(tick));
    }
    if (x.isBroken()) {
      drawColumn(x.from(), "0");
      drawBreak((x.from() + x.broken()) / 2);
    }
    double middle = (plotLeft + plotRight) / 2;
    canvas.text(middle, plotBottom + 37, panel.x().label(), Anchor.MIDDLE, TEXT, Tone.MUTED, false);
  }

  private void drawColumn(double at, String text) {
    canvas.line(at, plotBottom, at, plotBottom + 4, Tone.MUTED, 1, "");
    canvas.text(at, plotBottom + 18, text, Anchor.MIDDLE, TEXT, Tone.MUTED, false);
  }

  /** Two slanted strokes: the axis does not run on evenly here. */
  private void drawBreak(double at) {
    canvas.line(at - 3, plotBottom, at + 3, plotBottom, Tone.SURFACE, 3, "");
    for (double shift : new double[] {-3, 3}) {
      canvas.line(
          at + shift - 2, plotBottom + 4, at + shift + 2, plotBottom - 4, Tone.MUTED, 1, "");
    }
  }

  private void drawReference(ReferenceLine line) {
    double at = y.pixel(line.y());
    canvas.line(plotLeft, at, plotRight, at, line.tone(), 1.5, "5 4");
  }

  private void drawRibbon(Series series) {
    List<double[]> outline = new ArrayList<>();
    for (Point point : series.fit()) {
      point.high().ifPresent(high -> outline.add(pixel(point.x(), high)));
    }
    for (Point point : series.fit().reversed()) {
      point.low().ifPresent(low -> outline.add(pixel(point.x(), low)));
    }
    canvas.area(outline, series.tone(), 0.13);
  }

  private void drawLines(Series series) {
    if (series.joined()) {
      double dodge = dodge(series);
      List<double[]> path =
          inOrder(series).stream()
              .map(point -> new double[] {x.pixel(point.x()) + dodge, y.pixel(point.y())})
              .toList();
      boolean fitted = panel.series().stream().anyMatch(one -> !one.fit().isEmpty());
      canvas.polyline(path, series.tone(), fitted ? 1 : 1.8, fitted ? 0.45 : 0.9);
    }
    canvas.polyline(pixels(series.fit()), series.tone(), 2.2, 1);
  }

  /** A few pixels to the side, where intervals of several colours would cover each other. */
  private double dodge(Series series) {
    double step = Math.min(4, 14.0 / Math.max(1, tones.size()));
    return crowded ? (tones.indexOf(series.tone()) - (tones.size() - 1) / 2.0) * step : 0;
  }

  /** Whether points of two colours share an x. */
  private static boolean crowded(Panel panel) {
    Map<Double, Tone> seen = new HashMap<>();
    for (Series series : panel.series()) {
      for (Point point : series.points()) {
        Tone first = seen.putIfAbsent(point.x(), series.tone());
        if (first != null && !first.equals(series.tone())) {
          return true;
        }
      }
    }
    return false;
  }

  private void drawPoints(Series series) {
    double dodge = dodge(series);
    for (Point point : series.points()) {
      if (point.low().isPresent() && point.high().isPresent()) {
        double at = x.pixel(point.x()) + dodge;
        double low = y.pixel(point.low().getAsDouble());
        double high = y.pixel(point.high().getAsDouble());
        canvas.line(at, low, at, high, series.tone(), 1.4, "");
      }
    }
    double radius = plotBottom - plotTop > 220 ? 4.2 : 3.4;
    for (Point point : series.points()) {
      double at = x.pixel(point.x()) + dodge;
      canvas.marker(series.marker(), at, y.pixel(point.y()), radius, series.tone());
    }
  }

  private void label(Series series) {
    List<Point> shown = series.points().isEmpty() ? series.fit() : inOrder(series);
    if (series.labelled() && !shown.isEmpty()) {
      labels.add(series.name(), series.tone(), y.pixel(shown.getLast().y()));
    }
  }

  private void drawLabels() {
    for (EdgeLabels.Label label : labels.placed(plotTop, plotBottom)) {
      double at = plotRight + GUTTER - 4;
      canvas.text(at, label.y() + 4, label.text(), Anchor.START, TEXT, label.tone(), true);
    }
  }

  private DoubleStream heights() {
    return Stream.concat(panel.drawn(), panel.references().stream().map(r -> Point.of(0, r.y())))
        .flatMapToDouble(SvgPanel::heights);
  }

  private static DoubleStream heights(Point point) {
    boolean observed = point.n().isPresent();
    return observed && point.low().isPresent() && point.high().isPresent()
        ? DoubleStream.of(point.y(), point.low().getAsDouble(), point.high().getAsDouble())
        : DoubleStream.of(point.y());
  }

  private static List<Point> inOrder(Series series) {
    return series.points().stream().sorted(Comparator.comparingDouble(Point::x)).toList();
  }

  private List<double[]> pixels(List<Point> points) {
    return points.stream().map(point -> pixel(point.x(), point.y())).toList();
  }

  private double[] pixel(double horizontal, double vertical) {
    return new double[] {x.pixel(horizontal), y.pixel(vertical)};
  }
}
