package org.ethogram.stats.laws.fits;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import org.ethogram.core.Seed;
import org.ethogram.stats.Interval;

/**
 * What a fitted law expects at a place.
 *
 * @param mean of the fitted law there
 * @param interval of that mean, from the refits; empty where clusters gave none
 * @param prediction the interval for one new observation of a new cluster: refits, plus the mean
 *     residual of a cluster drawn at random, plus the rest of a residual drawn at random, both
 *     widened for the degrees of freedom that the fit used up
 */
public record Forecast(
    List<Double> x, double mean, Optional<Interval> interval, Optional<Interval> prediction) {
  private static final int LEAST_REPLICATES = 90;

  /** At each of these places; the level is that of the fit's bootstrap. */
  public static List<Forecast> at(LawFit fit, List<List<Double>> places, double level, Seed seed) {
    Residuals residuals = Residuals.of(fit);
    return places.stream().map(x -> at(fit, x, residuals, level, seed.derive("forecast"))).toList();
  }

  private static Forecast at(
      LawFit fit, List<Double> x, Residuals residuals, double level, Seed seed) {
    double mean = fit.predict(x);
    if (fit.replicates().size() < LEAST_REPLICATES) {
      return new Forecast(x, mean, Optional.empty(), Optional.empty());
    }
    RandomGenerator random = seed.generator();
    double[] means = new double[fit.replicates().size()];
    double[] observations = new double[means.length];
    for (int index = 0; index < means.length; index++) {
      means[index] = fit.predict(fit.replicates().get(index), x);
      observations[index] = residuals.around(means[index], random);
    }
    return new Forecast(
        x, mean, Optional.of(interval(means, level)), Optional.of(interval(observations, level)));
  }

  private static Interval interval(double[] values, double level) {
    Arrays.sort(values);
    double cut = (1 - level) / 2 * (values.length - 1);
    return new Interval(
        values[(int) Math.floor(cut)], values[(int) Math.ceil(values.length - 1 - cut)], level);
  }

  /** Errors of observations split into those of clusters and the rest. */
  private record Residuals(
      boolean logarithmic, boolean rates, List<Double> ofClusters, List<Double> rests) {
    static Residuals of(LawFit fit) {
      boolean logarithmic = fit.loss().needsPositive();
      Map<String, List<Double>> byCluster = new TreeMap<>();
      for (int index = 0; index < fit.points().size(); index++) {
        LawPoint point = fit.points().get(index);
        double predicted = point.y() + fit.residuals().get(index);
        double error = logarithmic ? Math.log(point.y() / predicted) : -fit.residuals().get(index);
        byCluster.computeIfAbsent(point.cluster(), name -> new ArrayList<>()).add(error);
      }
      int n = fit.points().size();
      double widened = Math.sqrt(n / (double) Math.max(1, n - fit.theta().size()));
      List<Double> ofClusters = new ArrayList<>();
      List<Double> rests = new ArrayList<>();
      for (List<Double> errors : byCluster.values()) {
        double mean = errors.stream().mapToDouble(e -> e).average().orElseThrow();
        ofClusters.add(mean * widened);
        errors.forEach(error -> rests.add((error - mean) * widened));
      }
      return new Residuals(logarithmic, fit.loss().needsRate(), ofClusters, rests);
    }

    double around(double mean, RandomGenerator random) {
      double error =
          ofClusters.get(random.nextInt(ofClusters.size()))
              + rests.get(random.nextInt(rests.size()));
      if (logarithmic) {
        return mean * Math.exp(error);
      }
      return rates ? Math.clamp(mean + error, 0, 1) : mean + error;
    }
  }
}
