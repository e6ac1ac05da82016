package org.ethogram.stats.laws.fits;

import java.util.List;

/**
 * A family of curves y = f(x; theta), with theta unbounded so that every optimiser serves.
 *
 * <p>Reported parameters are those of the formula, such as E and not log E.
 */
public interface Law {
  /** Such as {@code joint-power-law}. */
  String name();

  /** Such as {@code L = E + A/N^alpha + B/D^beta}. */
  String formula();

  /** Names of the inputs, in the order of {@link LawPoint#x}. */
  List<String> inputs();

  /** Names of the reported parameters, in the order of theta. */
  List<String> parameters();

  /**
   * @param gradient receives the derivative of the prediction by each of theta
   */
  double predict(double[] theta, List<Double> x, double[] gradient);

  double[] reported(double[] theta);

  /** Guesses all over the plausible region, at the scale of the data. */
  List<double[]> starts(List<LawPoint> points);
}
