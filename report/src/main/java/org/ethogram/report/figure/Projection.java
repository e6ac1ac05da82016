package org.ethogram.report.figure;

import java.util.List;
import java.util.stream.DoubleStream;

/**
 * Where the values of an axis fall between two pixels.
 *
 * @param low value at {@code from}, or at {@code broken} where the axis is broken
 * @param from pixel of the low end
 * @param to pixel of the high end
 * @param broken pixel at which a logarithmic axis that also shows 0 resumes; else {@code from}
 */
record Projection(Axis axis, double low, double high, double from, double to, double broken) {
  private static final double BREAK = 26;

  static Projection of(Axis axis, DoubleStream values, double from, double to, int ticks) {
    double[] sorted = values.sorted().toArray();
    return switch (axis.scale()) {
      case LINEAR -> linear(axis, sorted, from, to, ticks);
      case LOGARITHMIC -> logarithmic(axis, sorted, from, to);
    };
  }

  private static Projection linear(Axis axis, double[] values, double from, double to, int ticks) {
    if (axis.domain().isPresent()) {
      Axis.Domain domain = axis.domain().get();
      return new Projection(axis, domain.low(), domain.high(), from, to, from);
    }
    double low = values.length == 0 ? 0 : values[0];
    double high = values.length == 0 ? 1 : values[values.length - 1];
    double span = high > low ? high - low : Math.max(Math.abs(high), 0.1);
    double step = Ticks.step(span * 1.1, ticks);
    double margin = high > low ? span * 0.04 : step;
    return new Projection(
        axis,
        Math.floor((low - margin) / step) * step,
        Math.ceil((high + margin) / step) * step,
        from,
        to,
        from);
  }

  private static Projection logarithmic(Axis axis, double[] values, double from, double to) {
    double[] positive = DoubleStream.of(values).filter(value -> value > 0).toArray();
    boolean zero = positive.length < values.length;
    double broken = zero ? from + Math.signum(to - from) * BREAK : from;
    if (positive.length == 0) {
      return new Projection(axis, 1, 10, from, to, broken);
    }
    double low = positive[0];
    double high = positive[positive.length - 1];
    double margin = Math.pow(10, Math.max(0.06, 0.05 * Math.log10(high / low)));
    return new Projection(axis, low / margin, high * margin, from, to, broken);
  }

  boolean isBroken() {
    return broken != from;
  }

  /** The pixel of a value; beyond the ends, the pixel of the nearer end. */
  double pixel(double value) {
    if (axis.scale() == Axis.Scale.LOGARITHMIC && value <= 0) {
      return from;
    }
    double share =
        switch (axis.scale()) {
          case LINEAR -> (value - low) / (high - low);
          case LOGARITHMIC -> Math.log(value / low) / Math.log(high / low);
        };
    return broken + Math.clamp(share, 0.0, 1.0) * (to - broken);
  }

  List<Double> ticks(int wanted) {
    return switch (axis.scale()) {
      case LINEAR -> Ticks.linear(low, high, wanted);
      case LOGARITHMIC -> Ticks.logarithmic(low, high, wanted);
    };
  }

  String write(double value) {
    return Ticks.write(value, axis.notation());
  }
}
