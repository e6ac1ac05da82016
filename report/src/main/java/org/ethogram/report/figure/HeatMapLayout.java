package org.ethogram.report.figure;

/** Where the parts of a heat map stand, in pixels. */
final class HeatMapLayout {
  static final double TEXT = 12;
  private static final double WIDTH = 840;
  private static final double SCALE = 96;
  private static final double LEAST_CELL = 12;
  private static final double LARGEST_CELL = 46;

  /** Of a cell between numbered rows and columns, so that a few of them are squares. */
  private static final double LARGEST_NUMBERED = 60;

  private static final double LONGEST_LABEL = 240;

  /** How the labels of columns lie. */
  enum Slope {
    LEVEL,
    SLANTED,
    UPRIGHT
  }

  final double left;
  final double top;
  final double cellWidth;
  final double cellHeight;
  final double right;
  final double bottom;
  final double rowText;
  final double columnText;
  final Slope slope;
  final boolean gaps;

  HeatMapLayout(HeatMap map) {
    int rows = map.rows().labels().size();
    int columns = map.columns().labels().size();
    boolean named = map.rows().named() || map.columns().named();
    this.left = rowLabels(map) + (map.rows().label().isEmpty() ? 0 : 20);
    double room = WIDTH - left - SCALE;
    if (named) {
      double fitting = room / columns;
      cellWidth = map.columns().named() ? Math.clamp(fitting, LEAST_CELL, LARGEST_CELL) : fitting;
      double wanted = map.columns().named() ? cellWidth : 300.0 / rows;
      cellHeight = map.rows().named() ? Math.clamp(wanted, LEAST_CELL + 1, 30) : 300.0 / rows;
    } else {
      double side = Math.min(room, 460);
      cellWidth = Math.min(rows == columns ? side / columns : room / columns, LARGEST_NUMBERED);
      cellHeight = Math.min((rows == columns ? side : 340) / rows, LARGEST_NUMBERED);
    }
    this.gaps = named && Math.min(cellWidth, cellHeight) >= LEAST_CELL;
    this.rowText = Math.clamp(cellHeight - 2.5, 9, TEXT);
    this.slope = slope(map.columns());
    this.columnText = slope == Slope.LEVEL ? TEXT : Math.clamp(cellWidth - 2.5, 9, TEXT);
    this.top = 4 + (map.title().isEmpty() ? 0 : 26) + above(map.columns());
    this.right = left + columns * cellWidth;
    this.bottom = top + rows * cellHeight;
  }

  double x(int column) {
    return left + column * cellWidth;
  }

  double y(int row) {
    return top + row * cellHeight;
  }

  /** As wide as the cells, the scale, the title and the slanted labels of the last columns. */
  double width(HeatMap map) {
    double labels = slope == Slope.SLANTED ? right + longest(map.columns(), columnText) * 0.71 : 0;
    double title = SvgCanvas.width(map.title(), 13.5);
    double scale = right + Math.max(SCALE, 30 + SvgCanvas.width(map.label(), TEXT));
    return Math.max(scale, Math.max(title, Math.min(labels, right + LONGEST_LABEL * 0.71)));
  }

  /** With the axis below columns that are numbers. */
  double height(HeatMap map) {
    double below = map.columns().named() ? 6 : map.columns().label().isEmpty() ? 26 : 44;
    return Math.max(bottom + below, top + 150);
  }

  private Slope slope(HeatMap.Side columns) {
    double longest = longest(columns, TEXT);
    if (longest + 6 <= cellWidth) {
      return Slope.LEVEL;
    }
    return cellWidth >= 20 ? Slope.SLANTED : Slope.UPRIGHT;
  }

  /** Room above the cells for the labels of named columns. */
  private double above(HeatMap.Side columns) {
    if (!columns.named()) {
      return 4;
    }
    double longest = Math.min(longest(columns, columnText), LONGEST_LABEL);
    return switch (slope) {
      case LEVEL -> 20;
      case SLANTED -> longest * 0.71 + 16;
      case UPRIGHT -> longest + 10;
    };
  }

  private static double rowLabels(HeatMap map) {
    double corner = map.columns().named() ? SvgCanvas.width(map.columns().label(), TEXT) : 0;
    return Math.max(corner, Math.min(longest(map.rows(), TEXT), LONGEST_LABEL)) + 12;
  }

  private static double longest(HeatMap.Side side, double size) {
    return side.labels().stream()
        .mapToDouble(label -> SvgCanvas.width(label, size))
        .max()
        .orElse(0);
  }

  /** The label as far as there is room for it. */
  static String shortened(String label, double size) {
    if (SvgCanvas.width(label, size) <= LONGEST_LABEL) {
      return label;
    }
    int end = label.length();
    while (end > 1 && SvgCanvas.width(label.substring(0, end) + "…", size) > LONGEST_LABEL) {
      end = label.offsetByCodePoints(end, -1);
    }
    return label.substring(0, end) + "…";
  }
}
