package org.ethogram.stats.laws.fits;

import java.util.List;

/**
 * A family of curves y = f(x; theta), with theta unbounded so that every optimiser serves; bounds
 * of the formula's parameters are built into how theta becomes them.
 */
public interface Law {
  /** Such as {@code joint-power-law}. */
  String name();

  /** Such as {@code E + A/N^alpha + B/D^beta}. */
  String formula();

  /** Names of the inputs, in the order of {@link LawPoint#x}. */
  List<String> inputs();

  /** Names of the formula's parameters, as many as theta has. */
  List<String> parameters();

  /** What {@link #predict} needs of the inputs; computed once a point. */
  double[] features(List<Double> x);

  /**
   * @param gradient its first entries receive the derivative of the prediction by each of theta
   */
  double predict(double[] theta, double[] features, double[] gradient);

  /** The formula's parameter for an unbounded coordinate of it; increasing. */
  double value(int parameter, double coordinate);

  /** The unbounded coordinate of each parameter of the formula, such as log A. */
  default double[] coordinates(double[] theta) {
    return theta;
  }

  /** Theta with its own entry of this parameter moved until the coordinate is the given one. */
  default double[] withCoordinate(double[] theta, int parameter, double coordinate) {
    double[] moved = theta.clone();
    moved[parameter] = coordinate;
    return moved;
  }

  /** Guesses all over the plausible region, at the scale of the data. */
  List<double[]> starts(List<LawPoint> points);

  /** The formula's parameters. */
  default double[] reported(double[] theta) {
    double[] coordinates = coordinates(theta);
    double[] reported = new double[parameters().size()];
    for (int parameter = 0; parameter < reported.length; parameter++) {
      reported[parameter] = value(parameter, coordinates[parameter]);
    }
    return reported;
  }
}
