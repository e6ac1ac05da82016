package org.ethogram.report.figure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Labels at the right edge of a panel, moved apart where they would overlap. */
final class EdgeLabels {
  private static final double LINE = 14.5;

  /** A text, the pixel it belongs to and the pixel where it stands. */
  record Label(String text, Tone tone, double target, double y) {}

  private final List<Label> labels = new ArrayList<>();

  void add(String text, Tone tone, double target) {
    if (!text.isEmpty()) {
      labels.add(new Label(text, tone, target, target));
    }
  }

  double width(double size) {
    return labels.stream()
        .mapToDouble(label -> SvgCanvas.width(label.text(), size))
        .max()
        .orElse(0);
  }

  /** The labels from top to bottom, as near to what they name as room allows. */
  List<Label> placed(double top, double bottom) {
    List<Label> sorted = new ArrayList<>(labels);
    sorted.sort(Comparator.comparingDouble(Label::target));
    double[] y = sorted.stream().mapToDouble(Label::target).toArray();
    for (int pass = 0; pass < 60; pass++) {
      for (int i = 1; i < y.length; i++) {
        double overlap = LINE - (y[i] - y[i - 1]);
        if (overlap > 0) {
          y[i - 1] -= overlap / 2;
          y[i] += overlap / 2;
        }
      }
      for (int i = 0; i < y.length; i++) {
        y[i] = Math.clamp(y[i], Math.min(top, bottom), bottom);
      }
    }
    List<Label> placed = new ArrayList<>();
    for (int i = 0; i < y.length; i++) {
      Label label = sorted.get(i);
      placed.add(new Label(label.text(), label.tone(), label.target(), y[i]));
    }
    return placed;
  }
}
