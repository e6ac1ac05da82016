package org.ethogram.stats.laws.fits;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
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
  private static final int REFIT_STARTS = 2;
  private static final double REFIT_TOLERANCE = 1e-7;

  /** Minima closer than this in every unbounded parameter lie in one basin. */
  private static final double SAME_BASIN = 0.1;

  /** Makes a law at the scale of the points it will be fitted to. */
  @FunctionalInterface
  public interface Family extends Function<List<LawPoint>, Law> {}

  /**
   * @throws EthogramException INVALID_DATA for fewer distinct points than parameters, or figures
   *     that the loss or the law cannot take
   */
  public LawFit fit(Family family, List<LawPoint> points) {
    FitProblem problem = problem(family, points);
    if (points.isEmpty() || !problem.suffices(problem.ones())) {
      throw new EthogramException(
          ErrorCode.INVALID_DATA,
          problem.law.name(),
          points.stream().map(LawPoint::x).distinct().count()
              + " distinct points for "
              + problem.law.parameters().size()
              + " parameters",
          "Measure more sizes or checkpoints, or fit a simpler law");
    }
    List<QuasiNewton.Minimum> minima = problem.minima();
    List<Optional<double[]>> replicates = replicates(problem, minima);
    double[] best = minima.getFirst().theta();
    return new LawFit(
        problem.law,
        loss,
        points,
        parameters(problem, best, replicates),
        boxed(best),
        minima.getFirst().value(),
        Likelihoods.logLikelihood(loss, points, minima.getFirst().value()),
        loss.nuisances() == 0
            ? OptionalDouble.empty()
            : OptionalDouble.of(1 / (1 + Math.exp(-best[best.length - 1]))),
        residuals(problem, best),
        problem.clusters.size(),
        replicates.stream().flatMap(Optional::stream).map(LawFitter::boxed).toList());
  }

  /** The best fit without any intervals; empty with fewer distinct points than parameters. */
  Optional<double[]> best(FitProblem problem) {
    return !problem.points.isEmpty() && problem.suffices(problem.ones())
        ? Optional.of(problem.minima().getFirst().theta())
        : Optional.empty();
  }

  FitProblem problem(Family family, List<LawPoint> points) {
    points.forEach(this::check);
    return new FitProblem(family.apply(points), loss, points);
  }

  private List<Optional<double[]>> replicates(
      FitProblem problem, List<QuasiNewton.Minimum> minima) {
    int clusters = problem.clusters.size();
    if (clusters < ClusterBootstrap.LEAST_CLUSTERS) {
      return List.of();
    }
    List<double[]> starts = differentBasins(minima);
    return IntStream.range(0, bootstrap.resamples())
        .parallel()
        .mapToObj(index -> bootstrap.multiplicities("clusters", clusters, index))
        .map(
            weights ->
                problem.suffices(weights)
                    ? Optional.of(
                        problem.polish(starts, weights, REFIT_TOLERANCE).getFirst().theta())
                    : Optional.<double[]>empty())
        .toList();
  }

  /** The best minima that are not the same one reached twice. */
  private static List<double[]> differentBasins(List<QuasiNewton.Minimum> minima) {
    List<double[]> different = new ArrayList<>();
    for (QuasiNewton.Minimum minimum : minima) {
      if (different.size() < REFIT_STARTS
          && different.stream().allMatch(other -> distance(other, minimum.theta()) > SAME_BASIN)) {
        different.add(minimum.theta());
      }
    }
    return different;
  }

  private static double distance(double[] first, double[] second) {
    return IntStream.range(0, first.length)
        .mapToDouble(j -> Math.abs(first[j] - second[j]))
        .max()
        .orElse(0);
  }

  private Map<String, Estimate> parameters(
      FitProblem problem, double[] best, List<Optional<double[]>> replicates) {
    double[] values = problem.law.reported(best);
    List<Optional<double[]>> reported =
        replicates.stream().map(each -> each.map(problem.law::reported)).toList();
    Map<String, Estimate> estimates = new LinkedHashMap<>();
    for (int j = 0; j < values.length; j++) {
      int parameter = j;
      estimates.put(
          problem.law.parameters().get(j),
          bootstrap.summary(
              values[j],
              problem.clusters.size(),
              index ->
                  reported
                      .get(index)
                      .map(replicate -> OptionalDouble.of(replicate[parameter]))
                      .orElse(OptionalDouble.empty())));
    }
    return estimates;
  }

  private static List<Double> residuals(FitProblem problem, double[] theta) {
    List<Double> residuals = new ArrayList<>();
    for (int point = 0; point < problem.points.size(); point++) {
      residuals.add(problem.predict(theta, point) - problem.points.get(point).y());
    }
    return residuals;
  }

  private static List<Double> boxed(double[] values) {
    return Arrays.stream(values).boxed().toList();
  }

  private void check(LawPoint point) {
    boolean positive = point.x().stream().allMatch(x -> Double.isFinite(x) && x > 0);
    boolean figure =
        Double.isFinite(point.y())
            && (!loss.needsPositive() || point.y() > 0)
            && (!loss.needsRate() || (point.y() >= 0 && point.y() <= 1));
    if (!positive || !figure || !(point.weight() > 0) || Double.isInfinite(point.weight())) {
      throw new EthogramException(
          ErrorCode.INVALID_DATA,
          "point of cluster " + point.cluster() + " at " + point.x(),
          "y = " + point.y() + " with weight " + point.weight(),
          "Inputs and weights must be positive and finite, y under a logarithm positive, and a rate"
              + " in [0, 1]");
    }
  }
}
