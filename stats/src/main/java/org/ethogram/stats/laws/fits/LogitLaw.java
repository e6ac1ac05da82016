package org.ethogram.stats.laws.fits;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A rate whose logit is a polynomial in decades: flat, straight or bent (U and inverse U) in one
 * input, or straight in several.
 *
 * <p>{@code middle} is the rate at the geometric mean of the inputs; slopes are logits per decade.
 */
public final class LogitLaw implements Law {
  private final List<String> inputs;
  private final int degree;
  private final double[] centres;

  private LogitLaw(List<String> inputs, int degree, double[] centres) {
    this.inputs = List.copyOf(inputs);
    this.degree = degree;
    this.centres = centres;
  }

  /**
   * @param degree 0, 1 or 2; 2 with one input only
   */
  public static LogitLaw of(List<String> inputs, int degree, List<LawPoint> points) {
    if (degree < 0 || degree > 2 || (degree == 2 && inputs.size() != 1)) {
      throw new IllegalArgumentException("degree " + degree + " in " + inputs);
    }
    double[] centres = new double[inputs.size()];
    for (int input = 0; input < centres.length; input++) {
      int index = input;
      centres[input] =
          points.stream()
              .mapToDouble(point -> Math.log10(point.x().get(index)))
              .average()
              .orElse(0);
    }
    return new LogitLaw(inputs, degree, centres);
  }

  @Override
  public String name() {
    return switch (degree) {
      case 0 -> "logit-flat";
      case 1 -> "logit-linear";
      default -> "logit-quadratic";
    };
  }

  @Override
  public String formula() {
    String linear = String.join(" + ", parameters().subList(1, parameters().size()));
    return linear.isEmpty() ? "middle" : "logistic(logit(middle) + " + linear + ") by decades";
  }

  @Override
  public List<String> inputs() {
    return inputs;
  }

  @Override
  public List<String> parameters() {
    List<String> names = new ArrayList<>(List.of("middle"));
    if (degree > 0) {
      inputs.forEach(input -> names.add("slope " + input));
    }
    if (degree > 1) {
      names.add("curvature " + inputs.getFirst());
    }
    return names;
  }

  /** The terms beside the intercept. */
  @Override
  public double[] features(List<Double> x) {
    double[] features = new double[parameters().size() - 1];
    for (int term = 0; term < features.length; term++) {
      int input = Math.min(term, centres.length - 1);
      double decades = Math.log10(x.get(input)) - centres[input];
      features[term] = term < centres.length ? decades : decades * decades;
    }
    return features;
  }

  @Override
  public double predict(double[] theta, double[] features, double[] gradient) {
    double logit = theta[0];
    for (int term = 0; term < features.length; term++) {
      logit += theta[term + 1] * features[term];
    }
    double rate = 1 / (1 + Math.exp(-logit));
    gradient[0] = rate * (1 - rate);
    for (int term = 0; term < features.length; term++) {
      gradient[term + 1] = gradient[0] * features[term];
    }
    return rate;
  }

  @Override
  public double value(int parameter, double coordinate) {
    return parameter == 0 ? 1 / (1 + Math.exp(-coordinate)) : coordinate;
  }

  @Override
  public List<double[]> starts(List<LawPoint> points) {
    double mean = points.stream().mapToDouble(LawPoint::y).average().orElse(0.5);
    double inside = Math.clamp(mean, 0.02, 0.98);
    List<double[]> starts = new ArrayList<>();
    for (double slope : new double[] {0, -1, 1}) {
      double[] start = new double[parameters().size()];
      Arrays.fill(start, slope);
      start[0] = Math.log(inside / (1 - inside));
      starts.add(start);
    }
    return starts;
  }
}
