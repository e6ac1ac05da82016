package org.ethogram.stats.laws.fits;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.ethogram.core.ErrorCode;
import org.ethogram.core.EthogramException;
import org.ethogram.stats.Estimate;
import org.ethogram.stats.resampling.ClusterBootstrap;

/**
 * Fits laws from many starts, so that a bad one cannot decide (Besiroglu et al. 2024, "Chinchilla
 * scaling: a replication attempt", show what one does).
 *
 * @param bootstrap resamples whole clusters; each refit starts from the best fits of all the data
 */
public record LawFitter(FitLoss loss, ClusterBootstrap bootstrap) {
  private static final int POLISHED_STARTS = 24;
  private static final int REFIT_STARTS = 2;
  private static final int MOST_ITERATIONS = 400;

  /**
   * A law fitted without the largest value of one input and asked to predict it.
   *
   * @param relativeErrors (predicted - observed) / observed, one a held-out point
   */
  public record Extrapolation(double heldOut, List<Double> predicted, List<Double> relativeErrors) {
    public Extrapolation {
      predicted = List.copyOf(predicted);
      relativeErrors = List.copyOf(relativeErrors);
    }

    /** The root mean square of the relative errors. */
    public double relativeError() {
      return Math.sqrt(relativeErrors.stream().mapToDouble(e -> e * e).average().orElseThrow());
    }
  }

  /**
   * @param family makes the law at the scale of the points
   * @throws EthogramException INVALID_DATA for fewer distinct points than parameters, or figures
   *     that the loss or the law cannot take
   */
  public LawFit fit(Function<List<LawPoint>, ? extends Law> family, List<LawPoint> points) {
    points.forEach(this::check);
    Law law = family.apply(points);
    requirePoints(law, points);
    List<QuasiNewton.Minimum> minima = minima(law, points);
    double[] best = minima.getFirst().theta();
    List<String> names =
        List.copyOf(new TreeSet<>(points.stream().map(LawPoint::cluster).toList()));
    return new LawFit(
        law,
        parameters(law, points, names, minima),
        Arrays.stream(best).boxed().toList(),
        minima.getFirst().value(),
        residuals(law, best, points),
        points.size(),
        names.size());
  }

  /** Empty where too few points remain without the largest value of the input at this index. */
  public Optional<Extrapolation> extrapolate(
      Function<List<LawPoint>, ? extends Law> family, List<LawPoint> points, int input) {
    double largest = points.stream().mapToDouble(p -> p.x().get(input)).max().orElseThrow();
    List<LawPoint> kept = points.stream().filter(p -> p.x().get(input) < largest).toList();
    List<LawPoint> held = points.stream().filter(p -> p.x().get(input) >= largest).toList();
    Law law = family.apply(kept);
    if (!suffices(law, kept)) {
      return Optional.empty();
    }
    double[] theta = minima(law, kept).getFirst().theta();
    List<Double> predicted = new ArrayList<>();
    List<Double> errors = new ArrayList<>();
    for (LawPoint point : held) {
      double prediction = law.predict(theta, point.x(), new double[theta.length]);
      predicted.add(prediction);
      errors.add((prediction - point.y()) / point.y());
    }
    return Optional.of(new Extrapolation(largest, predicted, errors));
  }

  private Map<String, Estimate> parameters(
      Law law, List<LawPoint> points, List<String> clusters, List<QuasiNewton.Minimum> minima) {
    double[] values = law.reported(minima.getFirst().theta());
    List<double[]> starts =
        minima.stream().limit(REFIT_STARTS).map(QuasiNewton.Minimum::theta).toList();
    List<Optional<double[]>> replicates =
        clusters.size() < 2
            ? List.of()
            : IntStream.range(0, bootstrap.resamples())
                .parallel()
                .mapToObj(index -> replicate(law, points, clusters, starts, index))
                .toList();
    Map<String, Estimate> estimates = new LinkedHashMap<>();
    for (int j = 0; j < values.length; j++) {
      int parameter = j;
      estimates.put(
          law.parameters().get(j),
          replicates.isEmpty()
              ? Estimate.withoutInterval(values[j], 1, "a single cluster cannot be resampled")
              : bootstrap.summary(
                  values[j],
                  clusters.size(),
                  index ->
                      replicates
                          .get(index)
                          .map(replicate -> OptionalDouble.of(replicate[parameter]))
                          .orElse(OptionalDouble.empty())));
    }
    return estimates;
  }

  private Optional<double[]> replicate(
      Law law, List<LawPoint> points, List<String> clusters, List<double[]> starts, int index) {
    double[] weights = bootstrap.multiplicities("clusters", clusters.size(), index);
    List<LawPoint> drawn = new ArrayList<>();
    for (LawPoint point : points) {
      double weight = weights[clusters.indexOf(point.cluster())];
      if (weight > 0) {
        drawn.add(point.times(weight));
      }
    }
    return suffices(law, drawn)
        ? Optional.of(law.reported(polish(law, drawn, starts).getFirst().theta()))
        : Optional.empty();
  }

  private List<QuasiNewton.Minimum> minima(Law law, List<LawPoint> points) {
    QuasiNewton.Objective objective = objective(law, points);
    List<double[]> starts =
        law.starts(points).stream()
            .sorted(
                Comparator.comparingDouble(start -> objective.at(start, new double[start.length])))
            .limit(POLISHED_STARTS)
            .toList();
    return polish(law, points, starts);
  }

  private List<QuasiNewton.Minimum> polish(Law law, List<LawPoint> points, List<double[]> starts) {
    QuasiNewton.Objective objective = objective(law, points);
    return starts.stream()
        .map(start -> QuasiNewton.minimise(objective, start, MOST_ITERATIONS, 1e-9))
        .sorted(Comparator.comparingDouble(QuasiNewton.Minimum::value))
        .toList();
  }

  private QuasiNewton.Objective objective(Law law, List<LawPoint> points) {
    double total = points.stream().mapToDouble(LawPoint::weight).sum();
    return (theta, gradient) -> {
      double[] partial = new double[theta.length];
      Arrays.fill(gradient, 0);
      double cost = 0;
      for (LawPoint point : points) {
        double predicted = law.predict(theta, point.x(), partial);
        double weight = point.weight() / total;
        cost += weight * loss.cost(predicted, point.y());
        double slope = weight * loss.slope(predicted, point.y());
        for (int j = 0; j < partial.length; j++) {
          gradient[j] += slope * partial[j];
        }
      }
      return Double.isFinite(cost) ? cost : Double.POSITIVE_INFINITY;
    };
  }

  private static List<Double> residuals(Law law, double[] theta, List<LawPoint> points) {
    double[] gradient = new double[theta.length];
    return points.stream().map(p -> law.predict(theta, p.x(), gradient) - p.y()).toList();
  }

  private static boolean suffices(Law law, List<LawPoint> points) {
    return points.stream().map(LawPoint::x).distinct().count() >= law.parameters().size();
  }

  private static void requirePoints(Law law, List<LawPoint> points) {
    if (!suffices(law, points)) {
      throw new EthogramException(
          ErrorCode.INVALID_DATA,
          law.name(),
          points.stream().map(LawPoint::x).distinct().count()
              + " distinct points for "
              + law.parameters().size()
              + " parameters",
          "Measure more sizes or checkpoints, or fit a simpler law");
    }
  }

  private void check(LawPoint point) {
    boolean positive = point.x().stream().allMatch(x -> Double.isFinite(x) && x > 0);
    boolean figure =
        Double.isFinite(point.y()) && (loss instanceof FitLoss.LeastSquares || point.y() > 0);
    if (!positive || !figure || !(point.weight() > 0)) {
      throw new EthogramException(
          ErrorCode.INVALID_DATA,
          "point of cluster " + point.cluster() + " at " + point.x(),
          "y = " + point.y() + " with weight " + point.weight(),
          "Inputs and weights must be positive and finite, and so must y under a logarithm");
    }
  }
}
