package org.ethogram.report.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.ethogram.report.figure.Axis;
import org.ethogram.report.figure.Axis.Notation;
import org.ethogram.report.figure.Panel;
import org.ethogram.report.figure.Point;
import org.ethogram.report.figure.Series;

/**
 * A panel drawn with characters: every point, and every fitted curve in dots.
 *
 * <p>Each series has a mark of its own; points that share a place show the mark of the last.
 */
public final class TerminalPlot {
  private static final String MARKS = "ox+*#@%&";
  private static final char CURVE = '\u00b7';
  private static final int LABEL = 9;

  private final Panel panel;
  private final int width;
  private final int height;
  private final char[][] canvas;
  private final double left;
  private final double right;
  private final double bottom;
  private final double top;

  private TerminalPlot(Panel panel, int width, int height) {
    this.panel = panel;
    this.width = width;
    this.height = height;
    this.canvas = new char[height][width];
    for (char[] line : canvas) {
      Arrays.fill(line, ' ');
    }
    double[] x = all().mapToDouble(point -> place(panel.x(), point.x())).sorted().toArray();
    double[] y = all().mapToDouble(point -> place(panel.y(), point.y())).sorted().toArray();
    this.left = x[0];
    this.right = x[x.length - 1];
    this.bottom = y[0];
    this.top = y[y.length - 1];
  }

  /**
   * The plot's lines; none for a panel without a point.
   *
   * @param width of the space between the axes, in characters
   * @param height in lines
   */
  public static List<String> lines(Panel panel, int width, int height) {
    boolean empty = panel.series().stream().allMatch(series -> series.points().isEmpty());
    return empty ? List.of() : new TerminalPlot(panel, width, height).lines();
  }

  private List<String> lines() {
    panel.series().forEach(series -> series.fit().forEach(point -> mark(point, CURVE)));
    int index = 0;
    for (Series series : panel.series()) {
      if (!series.points().isEmpty()) {
        char sign = MARKS.charAt(index++ % MARKS.length());
        series.points().forEach(point -> mark(point, sign));
      }
    }
    List<String> lines = new ArrayList<>();
    lines.add(panel.y().label() + (panel.title().isEmpty() ? "" : ", " + panel.title()));
    for (int line = 0; line < height; line++) {
      String label =
          line == 0
              ? written(panel.y(), top)
              : line == height - 1 ? written(panel.y(), bottom) : "";
      lines.add(
          " ".repeat(Math.max(0, LABEL - label.length()))
              + label
              + " \u2502"
              + new String(canvas[line]).stripTrailing());
    }
    lines.add(" ".repeat(LABEL) + " \u2514" + "\u2500".repeat(width));
    String low = written(panel.x(), left);
    String high = written(panel.x(), right);
    String name = panel.x().label();
    int room = Math.max(2, width - low.length() - high.length() - name.length());
    lines.add(
        " ".repeat(LABEL + 2)
            + low
            + " ".repeat(room / 2)
            + name
            + " ".repeat(room - room / 2)
            + high);
    lines.addAll(legend());
    return lines;
  }

  private List<String> legend() {
    List<String> named = new ArrayList<>();
    int index = 0;
    for (Series series : panel.series()) {
      if (!series.points().isEmpty()) {
        char sign = MARKS.charAt(index++ % MARKS.length());
        if (series.labelled()) {
          named.add(sign + " " + series.name());
        }
      }
    }
    return named.isEmpty() ? List.of() : List.of(" ".repeat(LABEL + 2) + String.join("   ", named));
  }

  private Stream<Point> all() {
    return panel.series().stream()
        .flatMap(series -> Stream.concat(series.points().stream(), series.fit().stream()))
        .filter(point -> Double.isFinite(place(panel.x(), point.x())));
  }

  private void mark(Point point, char sign) {
    double x = place(panel.x(), point.x());
    if (!Double.isFinite(x)) {
      return;
    }
    int column = cell(x, left, right, width);
    int line = height - 1 - cell(place(panel.y(), point.y()), bottom, top, height);
    canvas[line][column] = sign;
  }

  private static int cell(double value, double low, double high, int cells) {
    double share = high > low ? (value - low) / (high - low) : 0.5;
    return (int) Math.clamp(Math.round(share * (cells - 1)), 0, cells - 1L);
  }

  private static double place(Axis axis, double value) {
    return switch (axis.scale()) {
      case LINEAR -> value;
      case LOGARITHMIC -> Math.log10(value);
    };
  }

  private static String written(Axis axis, double place) {
    double value =
        switch (axis.scale()) {
          case LINEAR -> place;
          case LOGARITHMIC -> Math.pow(10, place);
        };
    if (axis.notation() == Notation.PERCENT) {
      return String.format(Locale.ROOT, "%.1f%%", 100 * value);
    }
    return String.format(Locale.ROOT, "%.3g", value);
  }
}
