package org.ethogram.stats.laws.fits;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.ethogram.core.ErrorCode;
import org.ethogram.core.EthogramException;
import org.ethogram.core.Suggestion;

/**
 * A law some of whose parameters may not leave a range that the user chose.
 *
 * <p>A bounded parameter's own entry of theta is the logit of where its coordinate stands between
 * the bounds, so theta stays unbounded for every optimiser.
 */
public final class BoundedLaw implements Law {
  private static final double FARTHEST = 80;
  private static final int BISECTIONS = 200;
  private static final double STEP = 1e-6;

  /** How near to a bound a start may lie, as a share of the range. */
  private static final double MARGIN = 0.02;

  private final Law law;
  private final Map<Integer, Range> ranges;

  /** The lowest and the highest coordinate of a parameter. */
  private record Range(double low, double high) {
    double at(double free) {
      return low + (high - low) / (1 + Math.exp(-free));
    }

    double free(double coordinate, double margin) {
      double share = Math.clamp((coordinate - low) / (high - low), margin, 1 - margin);
      return Math.log(share / (1 - share));
    }
  }

  private BoundedLaw(Law law, Map<Integer, Range> ranges) {
    this.law = law;
    this.ranges = ranges;
  }

  /** The family with some parameters, by name, kept between a lower and an upper value. */
  public static LawFitter.Family within(LawFitter.Family family, Map<String, Bounds> bounds) {
    return points -> {
      Law law = family.apply(points);
      Map<Integer, Range> ranges = new TreeMap<>();
      bounds.forEach((name, range) -> ranges.put(parameter(law, name), range(law, name, range)));
      return bounds.isEmpty() ? law : new BoundedLaw(law, ranges);
    };
  }

  /** The values that a parameter may take. */
  public record Bounds(double lower, double upper) {
    public Bounds {
      if (!(lower < upper)) {
        throw new EthogramException(
            ErrorCode.USAGE,
            "bounds",
            "from " + lower + " to " + upper,
            "Give a lower bound below the upper one");
      }
    }
  }

  private static int parameter(Law law, String name) {
    int index = law.parameters().indexOf(name);
    if (index < 0) {
      throw new EthogramException(
          ErrorCode.USAGE,
          "bound of '" + name + "'",
          law.name() + " has no such parameter",
          Suggestion.remedy(name, law.parameters()));
    }
    return index;
  }

  private static Range range(Law law, String name, Bounds bounds) {
    int parameter = parameter(law, name);
    double low = coordinate(law, parameter, bounds.lower());
    double high = coordinate(law, parameter, bounds.upper());
    if (!(low < high)) {
      throw new EthogramException(
          ErrorCode.USAGE,
          "bound of '" + name + "'",
          "no value of it lies from " + bounds.lower() + " to " + bounds.upper(),
          "Choose a range that the formula " + law.formula() + " allows");
    }
    return new Range(low, high);
  }

  /** The coordinate of a value, which increases with it. */
  private static double coordinate(Law law, int parameter, double value) {
    double low = -FARTHEST;
    double high = FARTHEST;
    for (int bisection = 0; bisection < BISECTIONS; bisection++) {
      double middle = (low + high) / 2;
      if (law.value(parameter, middle) < value) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return (low + high) / 2;
  }

  @Override
  public String name() {
    return law.name();
  }

  @Override
  public String formula() {
    return law.formula();
  }

  @Override
  public List<String> inputs() {
    return law.inputs();
  }

  @Override
  public List<String> parameters() {
    return law.parameters();
  }

  @Override
  public double[] features(List<Double> x) {
    return law.features(x);
  }

  @Override
  public double predict(double[] theta, double[] features, double[] gradient) {
    double[] inner = new double[gradient.length];
    double predicted = law.predict(inner(theta), features, inner);
    for (int free = 0; free < law.parameters().size(); free++) {
      double[] change = change(theta, free);
      gradient[free] = 0;
      for (int parameter = 0; parameter < change.length; parameter++) {
        gradient[free] += inner[parameter] * change[parameter];
      }
    }
    return predicted;
  }

  /** How the law's own theta follows one entry of this one, by central differences. */
  private double[] change(double[] theta, int free) {
    double[] moved = theta.clone();
    moved[free] += STEP;
    double[] above = inner(moved);
    moved[free] -= 2 * STEP;
    double[] below = inner(moved);
    for (int parameter = 0; parameter < above.length; parameter++) {
      above[parameter] = (above[parameter] - below[parameter]) / (2 * STEP);
    }
    return above;
  }

  /** The law's own theta; twice, because a term's coordinate hangs on its exponent. */
  private double[] inner(double[] theta) {
    double[] inner = theta.clone();
    for (int pass = 0; pass < 2; pass++) {
      for (Map.Entry<Integer, Range> bounded : ranges.entrySet()) {
        int parameter = bounded.getKey();
        inner = law.withCoordinate(inner, parameter, bounded.getValue().at(theta[parameter]));
      }
    }
    return inner;
  }

  @Override
  public double value(int parameter, double coordinate) {
    Range range = ranges.get(parameter);
    return law.value(
        parameter, range == null ? coordinate : Math.clamp(coordinate, range.low(), range.high()));
  }

  @Override
  public double[] coordinates(double[] theta) {
    return law.coordinates(inner(theta));
  }

  @Override
  public double[] withCoordinate(double[] theta, int parameter, double coordinate) {
    double[] moved = theta.clone();
    Range range = ranges.get(parameter);
    moved[parameter] =
        range == null
            ? law.withCoordinate(inner(theta), parameter, coordinate)[parameter]
            : range.free(coordinate, 1e-12);
    return moved;
  }

  @Override
  public List<double[]> starts(List<LawPoint> points) {
    return law.starts(points).stream().map(this::within).toList();
  }

  private double[] within(double[] start) {
    double[] free = start.clone();
    double[] coordinates = law.coordinates(start);
    ranges.forEach(
        (parameter, range) -> free[parameter] = range.free(coordinates[parameter], MARGIN));
    return free;
  }
}
