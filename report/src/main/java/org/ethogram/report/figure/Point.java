package org.ethogram.report.figure;

import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * A finite place between the axes.
 *
 * @param low lower end of the interval of y, where there is one
 * @param high upper end of the interval of y, where there is one
 * @param n observations behind y; empty for a point of a curve
 */
public record Point(double x, double y, OptionalDouble low, OptionalDouble high, OptionalLong n) {
  public Point {
    if (!Double.isFinite(x) || !Double.isFinite(y)) {
      throw new IllegalArgumentException("not a point: " + x + ", " + y);
    }
  }

  public static Point of(double x, double y) {
    return new Point(x, y, OptionalDouble.empty(), OptionalDouble.empty(), OptionalLong.empty());
  }

  public static Point of(double x, double y, double low, double high) {
    return new Point(x, y, OptionalDouble.of(low), OptionalDouble.of(high), OptionalLong.empty());
  }
}
