package org.ethogram.report.fits;

import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.ethogram.report.figure.Axis;
import org.ethogram.report.figure.Point;

/** What the pictures of laws and of trends have in common. */
final class FitPlotting {
  private static final double NORMAL_95 = 1.959964;

  private FitPlotting() {}

  static Point point(Observation one, int along) {
    double half = NORMAL_95 * one.standardError().orElse(Double.NaN);
    return new Point(
        one.x().get(along),
        one.y(),
        bound(one.y() - half),
        bound(one.y() + half),
        OptionalLong.empty());
  }

  static Axis yAxis(List<Observation> observations, Columns columns) {
    return observations.stream().allMatch(Observation::isRate)
        ? Axis.difference(columns.y(), columns.y())
        : Axis.decimal(columns.y(), columns.y());
  }

  static int panelsBeside(int panels) {
    return panels <= 1 ? 1 : panels <= 4 ? 2 : 3;
  }

  static OptionalDouble bound(double value) {
    return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
  }
}
