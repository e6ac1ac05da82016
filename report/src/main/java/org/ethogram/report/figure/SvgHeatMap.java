package org.ethogram.report.figure;

import java.util.List;
import org.ethogram.report.figure.SvgCanvas.Anchor;

/** Renders a heat map as an SVG document. */
public final class SvgHeatMap {
  private static final double TEXT = HeatMapLayout.TEXT;
  private static final double IN_CELL = 10;
  private static final double SCALE_WIDTH = 14;

  /** Cells without gaps reach a little into the next, so that no seam shows between them. */
  private static final double OVERLAP = 0.5;

  private final HeatMap map;
  private final HeatMapLayout layout;
  private final SvgCanvas canvas;

  private SvgHeatMap(HeatMap map, Ink ink) {
    this.map = map;
    this.layout = new HeatMapLayout(map);
    this.canvas = new SvgCanvas(ink);
  }

  public static String render(HeatMap map, Ink ink) {
    SvgHeatMap heat = new SvgHeatMap(map, ink);
    heat.draw();
    return heat.canvas.document(
        heat.layout.width(map), heat.layout.height(map), map.title(), map.caption());
  }

  private void draw() {
    canvas.text(0, 14, map.title(), Anchor.START, 13.5, Tone.INK, true);
    for (int row = 0; row < map.cells().size(); row++) {
      drawRow(row, map.cells().get(row));
    }
    drawRowLabels();
    if (map.columns().named()) {
      drawColumnNames();
    } else {
      drawColumnNumbers();
    }
    drawScale();
  }

  /** Neighbouring cells of one colour are one rectangle where no gaps keep them apart. */
  private void drawRow(int row, List<HeatMap.Cell> cells) {
    int column = 0;
    while (column < cells.size()) {
      int end = column + 1;
      while (!layout.gaps && end < cells.size() && alike(cells.get(column), cells.get(end))) {
        end++;
      }
      drawCells(row, column, end, cells.get(column));
      column = end;
    }
  }

  private boolean alike(HeatMap.Cell one, HeatMap.Cell other) {
    return one.value().isPresent() == other.value().isPresent()
        && (one.value().isEmpty() || colour(one).equals(colour(other)));
  }

  private String colour(HeatMap.Cell cell) {
    return map.scale().colour(cell.value().orElseThrow());
  }

  private void drawCells(int row, int column, int end, HeatMap.Cell cell) {
    double gap = layout.gaps ? 1 : -OVERLAP;
    double x = layout.x(column);
    double y = layout.y(row);
    double width = layout.x(end) - x - gap;
    double height = layout.cellHeight - gap;
    if (cell.value().isEmpty()) {
      drawMissing(x, y, width, height);
      return;
    }
    canvas.rectangle(x, y, width, height, colour(cell));
    if (layout.gaps
        && height >= IN_CELL + 2
        && SvgCanvas.width(cell.text(), IN_CELL) + 3 <= width) {
      canvas.text(
          x + width / 2,
          y + height / 2 + 3.6,
          cell.text(),
          Anchor.MIDDLE,
          IN_CELL,
          map.scale().inkOn(cell.value().getAsDouble()));
    }
  }

  /** A frame with a stroke through it, which no colour of a scale looks like. */
  private void drawMissing(double x, double y, double width, double height) {
    canvas.rectangle(x, y, width, height, Tone.GRID);
    double inset = Math.min(3, Math.min(width, height) / 4);
    canvas.line(x + inset, y + height - inset, x + width - inset, y + inset, Tone.MUTED, 0.8, "");
  }

  private void drawRowLabels() {
    HeatMap.Side rows = map.rows();
    int stride = rows.named() ? 1 : stride(rows.labels().size(), layout.cellHeight, 30);
    for (int row = 0; row < rows.labels().size(); row += stride) {
      String label = HeatMapLayout.shortened(rows.labels().get(row), layout.rowText);
      double middle = layout.y(row) + layout.cellHeight / 2;
      canvas.text(
          layout.left - 7,
          middle + layout.rowText * 0.35,
          label,
          Anchor.END,
          layout.rowText,
          rows.named() ? Tone.INK : Tone.MUTED,
          false);
    }
    double middle = (layout.top + layout.bottom) / 2;
    canvas.turnedText(12, middle, rows.label(), Anchor.MIDDLE, TEXT, Tone.MUTED, -90);
  }

  private void drawColumnNames() {
    List<String> labels = map.columns().labels();
    double size = layout.columnText;
    for (int column = 0; column < labels.size(); column++) {
      String label = HeatMapLayout.shortened(labels.get(column), size);
      double x = layout.x(column) + layout.cellWidth / 2;
      double y = layout.top - 6;
      switch (layout.slope) {
        case LEVEL -> canvas.text(x, y, label, Anchor.MIDDLE, size, Tone.INK, false);
        case SLANTED -> canvas.turnedText(x, y, label, Anchor.START, size, Tone.INK, -45);
        case UPRIGHT ->
            canvas.turnedText(x + size * 0.35, y, label, Anchor.START, size, Tone.INK, -90);
      }
    }
    String label = map.columns().label();
    canvas.text(layout.left - 7, layout.top - 6, label, Anchor.END, TEXT, Tone.MUTED, false);
  }

  private void drawColumnNumbers() {
    List<String> labels = map.columns().labels();
    int stride = stride(labels.size(), layout.cellWidth, 44);
    for (int column = 0; column < labels.size(); column += stride) {
      double x = layout.x(column) + layout.cellWidth / 2;
      canvas.line(x, layout.bottom, x, layout.bottom + 4, Tone.MUTED, 1, "");
      canvas.text(
          x, layout.bottom + 18, labels.get(column), Anchor.MIDDLE, TEXT, Tone.MUTED, false);
    }
    double middle = (layout.left + layout.right) / 2;
    canvas.text(
        middle, layout.bottom + 37, map.columns().label(), Anchor.MIDDLE, TEXT, Tone.MUTED, false);
  }

  /** So many cells from label to label that they stand apart and the last one has its label. */
  private static int stride(int count, double cell, double apart) {
    int least = Math.max(1, (int) Math.ceil(apart / cell));
    for (int stride = least; stride < Math.min(count, 2 * least + 1); stride++) {
      if ((count - 1) % stride == 0) {
        return stride;
      }
    }
    return least;
  }

  private void drawScale() {
    ColourScale scale = map.scale();
    double x = layout.right + 24;
    double top = layout.top + 22;
    double length = Math.clamp(layout.bottom - top, 80, 170);
    int steps = 64;
    for (int step = 0; step < steps; step++) {
      double value = scale.high() + (step + 0.5) / steps * (scale.low() - scale.high());
      double y = top + step * length / steps;
      double overlap = step < steps - 1 ? OVERLAP : 0;
      canvas.rectangle(x, y, SCALE_WIDTH, length / steps + overlap, scale.colour(value));
    }
    canvas.text(x, top - 13, map.label(), Anchor.START, TEXT, Tone.MUTED, false);
    for (double tick : Ticks.linear(scale.low(), scale.high(), 5)) {
      double y = top + length * (scale.high() - tick) / (scale.high() - scale.low());
      canvas.line(x + SCALE_WIDTH, y, x + SCALE_WIDTH + 4, y, Tone.MUTED, 1, "");
      canvas.text(
          x + SCALE_WIDTH + 7,
          y + 4,
          Ticks.write(tick, scale.notation()),
          Anchor.START,
          TEXT,
          Tone.MUTED,
          false);
    }
    if (map.hasMissing()) {
      drawMissing(x, top + length + 14, SCALE_WIDTH, SCALE_WIDTH);
      canvas.text(
          x + SCALE_WIDTH + 7, top + length + 25, "none", Anchor.START, TEXT, Tone.MUTED, false);
    }
  }
}
