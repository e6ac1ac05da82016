package org.ethogram.report.figure;

import java.util.List;
import org.ethogram.report.figure.SvgCanvas.Anchor;

/** Renders a mosaic as an SVG document. */
public final class SvgMosaic {
  private static final double WIDTH = 840;
  private static final double GAP = 22;
  private static final double LARGEST_GRID = 420;
  private static final double LARGEST_CELL = 40;
  private static final double HEADER = 22;

  private final Mosaic mosaic;
  private final SvgCanvas canvas;

  private SvgMosaic(Mosaic mosaic, Ink ink) {
    this.mosaic = mosaic;
    this.canvas = new SvgCanvas(ink);
  }

  public static String render(Mosaic mosaic, Ink ink) {
    return new SvgMosaic(mosaic, ink).render();
  }

  private String render() {
    canvas.text(0, 14, mosaic.title(), Anchor.START, 13.5, Tone.INK, true);
    double top = Legend.draw(canvas, mosaic.kinds(), mosaic.title().isEmpty() ? 0 : 26, WIDTH);
    int columns = Math.min(mosaic.columns(), mosaic.grids().size());
    double room = Math.min(LARGEST_GRID, (WIDTH - GAP * (columns - 1)) / columns);
    double width = SvgCanvas.width(mosaic.title(), 13.5);
    for (int first = 0; first < mosaic.grids().size(); first += columns) {
      List<Mosaic.Grid> row =
          mosaic.grids().subList(first, Math.min(first + columns, mosaic.grids().size()));
      double tallest = 0;
      double left = 0;
      for (Mosaic.Grid grid : row) {
        double cell = cell(grid, room);
        draw(grid, left, top, cell);
        left += Math.max(cell * grid.rows().getFirst().size(), room) + GAP;
        tallest = Math.max(tallest, HEADER + cell * grid.rows().size());
      }
      width = Math.max(width, left - GAP);
      top += tallest + 16;
    }
    return canvas.document(
        Math.max(width, mosaic.kinds().size() > 3 ? WIDTH : 400),
        top,
        mosaic.title(),
        mosaic.caption());
  }

  private static double cell(Mosaic.Grid grid, double room) {
    int most = Math.max(grid.rows().size(), grid.rows().getFirst().size());
    return Math.min(LARGEST_CELL, room / most);
  }

  /** Neighbouring cells of one kind are one rectangle, which covers the seam to the next row. */
  private void draw(Mosaic.Grid grid, double left, double top, double cell) {
    canvas.text(left, top + 13, grid.title(), Anchor.START, 12, Tone.MUTED, false);
    for (int row = 0; row < grid.rows().size(); row++) {
      List<Integer> kinds = grid.rows().get(row);
      double below = row < grid.rows().size() - 1 ? 0.4 : 0;
      int start = 0;
      while (start < kinds.size()) {
        int end = start + 1;
        while (end < kinds.size() && kinds.get(end).equals(kinds.get(start))) {
          end++;
        }
        double beside = end < kinds.size() ? 0.4 : 0;
        canvas.rectangle(
            left + start * cell,
            top + HEADER + row * cell,
            (end - start) * cell + beside,
            cell + below,
            mosaic.kinds().get(kinds.get(start)).tone());
        start = end;
      }
    }
  }
}
