package org.ethogram.stats.laws.fits;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;

/** A law, a loss and points with their features, ready to be optimised under cluster weights. */
final class FitProblem {
  private static final int POLISHED_STARTS = 24;
  private static final int MOST_ITERATIONS = 500;
  private static final double TOLERANCE = 1e-9;

  /** Logits of the intraclass correlation to start from. */
  private static final double[] NUISANCE_STARTS = {-6, -2};

  final Law law;
  final FitLoss loss;
  final List<LawPoint> points;
  final List<String> clusters;
  private final double[][] features;
  private final double[] observed;
  private final double[] weights;
  private final int[] cluster;
  private final int lawSize;

  FitProblem(Law law, FitLoss loss, List<LawPoint> points) {
    this.law = law;
    this.loss = loss;
    this.points = points;
    this.clusters = List.copyOf(new TreeSet<>(points.stream().map(LawPoint::cluster).toList()));
    this.features = points.stream().map(point -> law.features(point.x())).toArray(double[][]::new);
    this.observed = points.stream().mapToDouble(LawPoint::y).toArray();
    this.weights = points.stream().mapToDouble(LawPoint::weight).toArray();
    this.cluster = points.stream().mapToInt(point -> clusters.indexOf(point.cluster())).toArray();
    this.lawSize = law.parameters().size();
  }

  int parameters() {
    return lawSize + loss.nuisances();
  }

  int clusterOf(int point) {
    return cluster[point];
  }

  double predict(double[] theta, int point) {
    return law.predict(theta, features[point], new double[theta.length]);
  }

  /** Whether the points that count are more than the law's parameters, at different places. */
  boolean suffices(double[] clusterWeights) {
    TreeSet<double[]> places = new TreeSet<>(Arrays::compare);
    for (int point = 0; point < cluster.length; point++) {
      if (clusterWeights[cluster[point]] > 0) {
        places.add(features[point].length == 0 ? new double[] {point} : features[point]);
      }
    }
    return places.size() >= lawSize;
  }

  /** The local minima from the most promising starts, the best first. */
  List<QuasiNewton.Minimum> minima() {
    double[] all = ones();
    QuasiNewton.Objective objective = objective(all);
    Stream<double[]> starts = law.starts(points).stream();
    if (loss.nuisances() == 1) {
      starts =
          starts.flatMap(start -> Arrays.stream(NUISANCE_STARTS).mapToObj(n -> with(start, n)));
    }
    return polish(
        starts
            .sorted(
                Comparator.comparingDouble(start -> objective.at(start, new double[start.length])))
            .limit(POLISHED_STARTS)
            .toList(),
        all,
        TOLERANCE);
  }

  List<QuasiNewton.Minimum> polish(
      List<double[]> starts, double[] clusterWeights, double tolerance) {
    QuasiNewton.Objective objective = objective(clusterWeights);
    return starts.stream()
        .map(start -> QuasiNewton.minimise(objective, start, MOST_ITERATIONS, tolerance))
        .sorted(Comparator.comparingDouble(QuasiNewton.Minimum::value))
        .toList();
  }

  double[] ones() {
    double[] ones = new double[clusters.size()];
    Arrays.fill(ones, 1);
    return ones;
  }

  /** The mean cost of a point. */
  QuasiNewton.Objective objective(double[] clusterWeights) {
    double total = 0;
    for (int each : cluster) {
      total += clusterWeights[each];
    }
    double points = total;
    return (theta, gradient) -> {
      double[] partial = new double[theta.length];
      double[] slopes = new double[2];
      Arrays.fill(gradient, 0);
      double nuisance = theta.length > lawSize ? theta[lawSize] : 0;
      double cost = 0;
      for (int point = 0; point < observed.length; point++) {
        double weight = clusterWeights[cluster[point]] / points;
        if (weight == 0) {
          continue;
        }
        double predicted = law.predict(theta, features[point], partial);
        cost += weight * loss.cost(predicted, observed[point], weights[point], nuisance, slopes);
        for (int j = 0; j < lawSize; j++) {
          gradient[j] += weight * slopes[0] * partial[j];
        }
        if (theta.length > lawSize) {
          gradient[lawSize] += weight * slopes[1];
        }
      }
      return Double.isFinite(cost) ? cost : Double.POSITIVE_INFINITY;
    };
  }

  private static double[] with(double[] start, double nuisance) {
    double[] longer = Arrays.copyOf(start, start.length + 1);
    longer[start.length] = nuisance;
    return longer;
  }
}
