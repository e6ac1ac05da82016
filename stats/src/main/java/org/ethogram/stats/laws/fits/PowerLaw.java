package org.ethogram.stats.laws.fits;

import java.util.ArrayList;
import java.util.List;

/**
 * A sum of an offset and one falling power of each input: E + A/N^alpha (+ B/D^beta), with every
 * parameter above 0.
 *
 * <p>Two inputs give the joint law of Hoffmann et al. 2022 ("Training compute-optimal large
 * language models", section 3.3). Theta holds logarithms, those of the terms at the geometric mean
 * of the inputs, where they do not trade off against the exponents as they do at x = 1.
 */
public final class PowerLaw implements Law {
  private static final double[] EXPONENTS = {0.05, 0.15, 0.35, 0.7, 1.2};
  private static final double[] OFFSET_SHARES = {0.05, 0.5, 0.9, 0.99};
  private static final double[] TERM_SHARES = {0.1, 0.5, 0.9};

  private final List<String> inputs;
  private final double[] centres;

  private PowerLaw(List<String> inputs, double[] centres) {
    this.inputs = List.copyOf(inputs);
    this.centres = centres;
  }

  /**
   * The law for these points.
   *
   * @param inputs one or two names
   */
  public static PowerLaw of(List<String> inputs, List<LawPoint> points) {
    if (inputs.isEmpty() || inputs.size() > 2) {
      throw new IllegalArgumentException("one or two inputs, not " + inputs);
    }
    double[] centres = new double[inputs.size()];
    for (int input = 0; input < centres.length; input++) {
      int index = input;
      centres[input] =
          points.stream().mapToDouble(point -> Math.log(point.x().get(index))).average().orElse(0);
    }
    return new PowerLaw(inputs, centres);
  }

  @Override
  public String name() {
    return inputs.size() == 1 ? "power-law" : "joint-power-law";
  }

  @Override
  public String formula() {
    return inputs.size() == 1
        ? "E + A/" + inputs.get(0) + "^alpha"
        : "E + A/" + inputs.get(0) + "^alpha + B/" + inputs.get(1) + "^beta";
  }

  @Override
  public List<String> inputs() {
    return inputs;
  }

  @Override
  public List<String> parameters() {
    return List.of("E", "A", "alpha", "B", "beta").subList(0, 1 + 2 * inputs.size());
  }

  /** The logarithms from the centres. */
  @Override
  public double[] features(List<Double> x) {
    double[] features = new double[centres.length];
    for (int input = 0; input < centres.length; input++) {
      features[input] = Math.log(x.get(input)) - centres[input];
    }
    return features;
  }

  @Override
  public double predict(double[] theta, double[] features, double[] gradient) {
    double sum = Math.exp(theta[0]);
    gradient[0] = sum;
    for (int input = 0; input < features.length; input++) {
      double exponent = Math.exp(theta[2 + 2 * input]);
      double term = Math.exp(theta[1 + 2 * input] - exponent * features[input]);
      gradient[1 + 2 * input] = term;
      gradient[2 + 2 * input] = -term * features[input] * exponent;
      sum += term;
    }
    return sum;
  }

  @Override
  public double value(int parameter, double coordinate) {
    return Math.exp(coordinate);
  }

  @Override
  public double[] coordinates(double[] theta) {
    double[] coordinates = theta.clone();
    for (int input = 0; input < centres.length; input++) {
      coordinates[1 + 2 * input] += Math.exp(theta[2 + 2 * input]) * centres[input];
    }
    return coordinates;
  }

  @Override
  public double[] withCoordinate(double[] theta, int parameter, double coordinate) {
    double[] moved = theta.clone();
    boolean isTerm = parameter % 2 == 1;
    moved[parameter] =
        isTerm ? coordinate - Math.exp(theta[parameter + 1]) * centres[parameter / 2] : coordinate;
    return moved;
  }

  @Override
  public List<double[]> starts(List<LawPoint> points) {
    double least = points.stream().mapToDouble(LawPoint::y).min().orElse(1);
    double mean = points.stream().mapToDouble(LawPoint::y).average().orElse(1);
    List<double[]> starts = new ArrayList<>();
    for (double offsetShare : OFFSET_SHARES) {
      double offset = Math.max(least * offsetShare, 1e-9 * Math.abs(mean) + 1e-300);
      double rest = Math.max(mean - offset, 1e-6 * Math.abs(mean) + 1e-300);
      for (double alpha : EXPONENTS) {
        if (inputs.size() == 1) {
          starts.add(new double[] {Math.log(offset), Math.log(rest), Math.log(alpha)});
          continue;
        }
        for (double beta : EXPONENTS) {
          for (double share : TERM_SHARES) {
            starts.add(
                new double[] {
                  Math.log(offset),
                  Math.log(rest * share),
                  Math.log(alpha),
                  Math.log(rest * (1 - share)),
                  Math.log(beta)
                });
          }
        }
      }
    }
    return starts;
  }
}
