package org.ethogram.report.figure;

import java.util.List;
import org.ethogram.report.figure.SvgCanvas.Anchor;

/** Kinds with their colours in rows, each as a square and its name. */
final class Legend {
  private static final double TEXT = 12;
  private static final double LINE = 22;
  private static final double SQUARE = 11;

  private Legend() {}

  /** Draws the rows below {@code top} and returns where they end. */
  static double draw(SvgCanvas canvas, List<Kind> kinds, double top, double width) {
    if (kinds.isEmpty()) {
      return top;
    }
    double x = 0;
    double y = top;
    for (Kind kind : kinds) {
      double needed = SQUARE + 7 + SvgCanvas.width(kind.name(), TEXT);
      if (x > 0 && x + needed > width) {
        x = 0;
        y += LINE;
      }
      canvas.rectangle(x, y + 3, SQUARE, SQUARE, kind.tone());
      canvas.text(x + SQUARE + 7, y + 13, kind.name(), Anchor.START, TEXT, Tone.INK, false);
      x += needed + 20;
    }
    return y + LINE + 6;
  }
}
