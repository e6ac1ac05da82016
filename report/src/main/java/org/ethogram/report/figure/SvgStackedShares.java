package org.ethogram.report.figure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ethogram.report.figure.SvgCanvas.Anchor;

/** Renders stacked shares as an SVG document. */
public final class SvgStackedShares {
  private static final double WIDTH = 840;
  private static final double HEIGHT = 310;
  private static final double LEFT = 46;
  private static final double TEXT = 12;

  /** A band whose last share is at least this is named beside it, others in the legend. */
  private static final double NAMED_BESIDE = 0.02;

  private final StackedShares figure;
  private final SvgCanvas canvas;
  private final EdgeLabels labels = new EdgeLabels();

  private SvgStackedShares(StackedShares figure, Ink ink) {
    this.figure = figure;
    this.canvas = new SvgCanvas(ink);
  }

  public static String render(StackedShares figure, Ink ink) {
    return new SvgStackedShares(figure, ink).render();
  }

  private String render() {
    canvas.text(0, 14, figure.title(), Anchor.START, 13.5, Tone.INK, true);
    List<Kind> vanished =
        figure.bands().stream()
            .filter(band -> band.shares().getLast() < NAMED_BESIDE)
            .map(StackedShares.Band::kind)
            .toList();
    double top =
        Legend.draw(canvas, vanished.reversed(), figure.title().isEmpty() ? 0 : 26, WIDTH) + 8;
    double bottom = top + HEIGHT;
    nameBeside(bottom);
    double right = WIDTH - Math.max(8, 12 + labels.width(TEXT));
    drawBands(bottom, right);
    drawAxes(top, bottom, right);
    for (EdgeLabels.Label label : labels.placed(top, bottom)) {
      canvas.text(right + 8, label.y() + 4, label.text(), Anchor.START, TEXT, label.tone(), true);
    }
    return canvas.document(WIDTH, bottom + 44, figure.title(), figure.caption());
  }

  private void nameBeside(double bottom) {
    double below = 0;
    for (StackedShares.Band band : figure.bands()) {
      double last = band.shares().getLast();
      if (last >= NAMED_BESIDE) {
        labels.add(band.kind().name(), band.kind().tone(), bottom - HEIGHT * (below + last / 2));
      }
      below += last;
    }
  }

  private void drawBands(double bottom, double right) {
    int count = figure.places().size();
    double[] below = new double[count];
    for (StackedShares.Band band : figure.bands()) {
      List<double[]> outline = new ArrayList<>();
      double[] above = below.clone();
      for (int place = 0; place < count; place++) {
        above[place] += band.shares().get(place);
        outline.add(new double[] {x(place, right), bottom - HEIGHT * above[place]});
      }
      for (int place = count - 1; place >= 0; place--) {
        outline.add(new double[] {x(place, right), bottom - HEIGHT * below[place]});
      }
      canvas.area(outline, band.kind().tone(), 0.88);
      canvas.polyline(outline.subList(0, count), Tone.SURFACE, 0.8, 1);
      below = Arrays.copyOf(above, count);
    }
  }

  private void drawAxes(double top, double bottom, double right) {
    for (int quarter = 0; quarter <= 4; quarter++) {
      double y = bottom - HEIGHT * quarter / 4;
      canvas.line(LEFT - 4, y, LEFT, y, Tone.MUTED, 1, "");
      String percent = Ticks.write(quarter / 4.0, Axis.Notation.PERCENT);
      canvas.text(LEFT - 8, y + 4, percent, Anchor.END, TEXT, Tone.MUTED, false);
    }
    canvas.line(LEFT, top, LEFT, bottom, Tone.MUTED, 1, "");
    canvas.line(LEFT, bottom, right, bottom, Tone.MUTED, 1, "");
    double low = figure.places().getFirst();
    double high = figure.places().getLast();
    for (double tick : Ticks.linear(low, high, 8)) {
      double x = LEFT + (tick - low) / (high - low) * (right - LEFT);
      canvas.line(x, bottom, x, bottom + 4, Tone.MUTED, 1, "");
      String written = Ticks.write(tick, figure.x().notation());
      canvas.text(x, bottom + 18, written, Anchor.MIDDLE, TEXT, Tone.MUTED, false);
    }
    canvas.text(
        (LEFT + right) / 2,
        bottom + 37,
        figure.x().label(),
        Anchor.MIDDLE,
        TEXT,
        Tone.MUTED,
        false);
  }

  private double x(int place, double right) {
    double low = figure.places().getFirst();
    double high = figure.places().getLast();
    return LEFT + (figure.places().get(place) - low) / (high - low) * (right - LEFT);
  }
}
