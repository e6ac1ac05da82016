package org.ethogram.stats.laws.fits;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A law fitted to the smaller values of one input and asked to predict the next.
 *
 * @param heldOut the value of the input that was predicted
 * @param errors (predicted - observed) / observed, one a held-out point; absolute errors for rates,
 *     which can be 0
 */
public record Extrapolation(double heldOut, List<Double> predicted, List<Double> errors) {
  public Extrapolation {
    predicted = List.copyOf(predicted);
    errors = List.copyOf(errors);
  }

  /** The root mean square of the errors. */
  public double error() {
    return Math.sqrt(errors.stream().mapToDouble(e -> e * e).average().orElseThrow());
  }

  /**
   * Predicts the largest value of the input at this index from the others; empty where too few
   * points remain.
   */
  public static Optional<Extrapolation> ofLargest(
      LawFitter fitter, LawFitter.Family family, List<LawPoint> points, int input) {
    return ofLargest(fitter, family, points, input, 1).stream().findFirst();
  }

  /**
   * Predicts each of the largest values of the input at this index from all the smaller ones
   * together, the smallest of them first.
   *
   * @param count how many values are held out, at least 1
   */
  public static List<Extrapolation> ofLargest(
      LawFitter fitter, LawFitter.Family family, List<LawPoint> points, int input, int count) {
    List<Double> values =
        points.stream().map(point -> point.x().get(input)).distinct().sorted().toList();
    List<Double> heldOut = values.subList(Math.max(0, values.size() - count), values.size());
    return heldOut.stream()
        .map(value -> to(fitter, family, points, input, heldOut.getFirst(), value))
        .flatMap(Optional::stream)
        .toList();
  }

  /**
   * The back-test: each value of the input in turn is predicted from the smaller ones, as soon as
   * these suffice.
   */
  public static List<Extrapolation> backTest(
      LawFitter fitter, LawFitter.Family family, List<LawPoint> points, int input) {
    return points.stream()
        .map(point -> point.x().get(input))
        .distinct()
        .sorted()
        .map(value -> to(fitter, family, points, input, value, value))
        .flatMap(Optional::stream)
        .toList();
  }

  /** Predicts one value from the values below a bound. */
  private static Optional<Extrapolation> to(
      LawFitter fitter,
      LawFitter.Family family,
      List<LawPoint> points,
      int input,
      double bound,
      double value) {
    List<LawPoint> kept = points.stream().filter(p -> p.x().get(input) < bound).toList();
    List<LawPoint> held = points.stream().filter(p -> p.x().get(input) == value).toList();
    FitProblem problem = fitter.problem(family, kept);
    return fitter.best(problem).map(theta -> predicted(problem, theta, held, value));
  }

  private static Extrapolation predicted(
      FitProblem problem, double[] theta, List<LawPoint> held, double value) {
    List<Double> predicted = new ArrayList<>();
    List<Double> errors = new ArrayList<>();
    for (LawPoint point : held) {
      double prediction =
          problem.law.predict(theta, problem.law.features(point.x()), new double[theta.length]);
      double difference = prediction - point.y();
      predicted.add(prediction);
      errors.add(problem.loss.needsRate() ? difference : difference / point.y());
    }
    return new Extrapolation(value, predicted, errors);
  }
}
