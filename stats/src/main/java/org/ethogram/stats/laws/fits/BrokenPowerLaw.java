package org.ethogram.stats.laws.fits;

import java.util.ArrayList;
import java.util.List;

/**
 * The broken neural scaling law (Caballero et al. 2022, equation 1): a + b x^-c0 times, for each
 * break i, (1 + (x/d_i)^(1/f_i))^(-c_i f_i).
 *
 * <p>a, b and the widths f are above 0, the exponents are free, and every break lies inside the
 * range of the points, because nothing can be learnt about a break outside of it.
 */
public final class BrokenPowerLaw implements Law {
  private static final double[] EXPONENTS = {-0.3, 0, 0.1, 0.4, 0.8};
  private static final double[] CHANGES = {-0.6, -0.2, 0.2, 0.6};
  private static final double[] OFFSET_SHARES = {0.05, 0.7};
  private static final double[] WIDTHS = {0.1, 0.6};

  private final String input;
  private final int breaks;
  private final double lowest;
  private final double range;

  private BrokenPowerLaw(String input, int breaks, double lowest, double range) {
    this.input = input;
    this.breaks = breaks;
    this.lowest = lowest;
    this.range = range;
  }

  /**
   * @param breaks from 1 to 3
   */
  public static BrokenPowerLaw of(String input, int breaks, List<LawPoint> points) {
    if (breaks < 1 || breaks > 3) {
      throw new IllegalArgumentException("one to three breaks, not " + breaks);
    }
    double lowest = Double.POSITIVE_INFINITY;
    double highest = Double.NEGATIVE_INFINITY;
    for (LawPoint point : points) {
      lowest = Math.min(lowest, Math.log(point.x().getFirst()));
      highest = Math.max(highest, Math.log(point.x().getFirst()));
    }
    return new BrokenPowerLaw(input, breaks, lowest, Math.max(highest - lowest, 1e-9));
  }

  @Override
  public String name() {
    return "broken-power-law-" + breaks;
  }

  @Override
  public String formula() {
    return "a + b " + input + "^-c0 prod_i (1 + (" + input + "/d_i)^(1/f_i))^(-c_i f_i)";
  }

  @Override
  public List<String> inputs() {
    return List.of(input);
  }

  @Override
  public List<String> parameters() {
    List<String> names = new ArrayList<>(List.of("a", "b", "c0"));
    for (int each = 1; each <= breaks; each++) {
      names.addAll(List.of("c" + each, "d" + each, "f" + each));
    }
    return names;
  }

  /** The logarithm from the middle of the range. */
  @Override
  public double[] features(List<Double> x) {
    return new double[] {Math.log(x.getFirst()) - middle()};
  }

  @Override
  public double predict(double[] theta, double[] features, double[] gradient) {
    double u = features[0];
    double logarithm = theta[1] - theta[2] * u;
    gradient[2] = -u;
    for (int each = 0; each < breaks; each++) {
      int place = 3 + 3 * each;
      double share = logistic(theta[place + 1]);
      double position = (share - 0.5) * range;
      double width = Math.exp(theta[place + 2]);
      double t = (u - position) / width;
      double soft = t > 30 ? t : Math.log1p(Math.exp(t));
      double slope = logistic(t);
      logarithm -= theta[place] * width * soft;
      gradient[place] = -width * soft;
      gradient[place + 1] = theta[place] * slope * range * share * (1 - share);
      gradient[place + 2] = theta[place] * width * (slope * t - soft);
    }
    double power = Math.exp(logarithm);
    double offset = Math.exp(theta[0]);
    gradient[0] = offset;
    gradient[1] = power;
    for (int index = 2; index < 3 + 3 * breaks; index++) {
      gradient[index] *= power;
    }
    return offset + power;
  }

  @Override
  public double value(int parameter, double coordinate) {
    if (parameter < 2) {
      return Math.exp(coordinate);
    }
    return switch ((parameter - 3) % 3) {
      case 1 -> Math.exp(lowest + range * logistic(coordinate));
      case 2 -> Math.exp(coordinate);
      default -> coordinate;
    };
  }

  @Override
  public double[] coordinates(double[] theta) {
    double[] coordinates = theta.clone();
    coordinates[1] += theta[2] * middle();
    return coordinates;
  }

  @Override
  public double[] withCoordinate(double[] theta, int parameter, double coordinate) {
    double[] moved = theta.clone();
    moved[parameter] = parameter == 1 ? coordinate - theta[2] * middle() : coordinate;
    return moved;
  }

  @Override
  public List<double[]> starts(List<LawPoint> points) {
    double least = points.stream().mapToDouble(LawPoint::y).min().orElse(1);
    double mean = points.stream().mapToDouble(LawPoint::y).average().orElse(1);
    List<double[]> starts = new ArrayList<>();
    for (double share : OFFSET_SHARES) {
      double offset = Math.max(least * share, 1e-9 * Math.abs(mean) + 1e-300);
      double rest = Math.max(mean - offset, 1e-6 * Math.abs(mean) + 1e-300);
      for (double exponent : EXPONENTS) {
        for (double change : CHANGES) {
          for (double width : WIDTHS) {
            starts.add(start(Math.log(offset), Math.log(rest), exponent, change, width));
            starts.add(start(Math.log(offset), Math.log(rest), exponent, -change, width));
          }
        }
      }
    }
    return starts;
  }

  /** Breaks spread evenly, whose exponents alternate in sign. */
  private double[] start(double offset, double rest, double exponent, double change, double width) {
    double[] start = new double[3 + 3 * breaks];
    start[0] = offset;
    start[1] = rest;
    start[2] = exponent;
    for (int each = 0; each < breaks; each++) {
      double share = (each + 1.0) / (breaks + 1);
      start[3 + 3 * each] = each % 2 == 0 ? change : -change;
      start[4 + 3 * each] = Math.log(share / (1 - share));
      start[5 + 3 * each] = Math.log(width);
    }
    return start;
  }

  private double middle() {
    return lowest + range / 2;
  }

  private static double logistic(double value) {
    return 1 / (1 + Math.exp(-value));
  }
}
