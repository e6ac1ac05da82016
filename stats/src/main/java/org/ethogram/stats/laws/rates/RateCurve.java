package org.ethogram.stats.laws.rates;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.ethogram.stats.Interval;
import org.ethogram.stats.laws.AxisScale;

/**
 * A fitted shape: link(rate) = intercept + slope u + curvature u^2 with u in decades from the
 * centre. Where each run has its own intercept, this is the mean run.
 *
 * @param coefficients intercept, then slope and curvature where the shape has them
 * @param centre of the axis, in decades
 * @param aicc of the quasi-likelihood (Burnham and Anderson 2002, section 2.5), comparable between
 *     the shapes of one trend; empty with too few points
 * @param points along the observed range, evenly spaced in decades
 */
public record RateCurve(
    Shape shape,
    List<Double> coefficients,
    double centre,
    AxisScale scale,
    Link link,
    OptionalDouble aicc,
    List<Point> points) {
  public RateCurve {
    coefficients = List.copyOf(coefficients);
    points = List.copyOf(points);
  }

  /** The curve at one place, with the interval of the mean where clusters give one. */
  public record Point(double x, double rate, Optional<Interval> interval) {}

  /** The fitted rate at any x that the scale accepts, inside or outside the observed range. */
  public double at(double x) {
    double u = scale.decades(x) - centre;
    double linear = 0;
    for (int power = coefficients.size() - 1; power >= 0; power--) {
      linear = linear * u + coefficients.get(power);
    }
    return link.mean(linear);
  }
}
