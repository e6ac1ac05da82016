package org.ethogram.stats.laws.rates;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import org.ethogram.core.Ratio;
import org.ethogram.stats.Estimate;
import org.ethogram.stats.Interval;
import org.ethogram.stats.resampling.ClusterBootstrap;
import org.ethogram.stats.trends.MannKendall;
import org.ethogram.stats.trends.Spearman;

/** One trend being fitted. */
final class TrendFit {
  private static final int CURVE_POINTS = 41;

  private final Cells cells;
  private final RateTrend.Extent extent;
  private final Map<Double, Ratio> levels;
  private final double centre;
  private final TrendOptions options;
  private final List<Cells.Pooled> points;
  private final int groups;
  private final Map<Shape, LinearFit> fits = new EnumMap<>(Shape.class);
  private final Map<Shape, ClusterJackknife> errors = new EnumMap<>(Shape.class);

  TrendFit(
      Cells cells,
      RateTrend.Extent extent,
      Map<Double, Ratio> levels,
      double centre,
      TrendOptions options) {
    this.cells = cells;
    this.extent = extent;
    this.levels = levels;
    this.centre = centre;
    this.options = options;
    this.points = cells.pooled();
    this.groups = extent.withinRuns() ? cells.runs() : 1;
  }

  RateTrend trend() {
    double[] places = levels.keySet().stream().mapToDouble(x -> x).toArray();
    double[] rates = levels.values().stream().mapToDouble(r -> r.value().orElseThrow()).toArray();
    boolean sloped = extent.levels() >= 2;
    return new RateTrend(
        options.link(),
        extent,
        curves(),
        sloped ? slope() : Estimate.undefined("fewer than two places on the axis"),
        sloped ? slopePValue() : OptionalDouble.empty(),
        sloped ? bootstrapSlope() : Estimate.undefined("fewer than two places on the axis"),
        bend(),
        heldOut(),
        MannKendall.test(places, rates),
        Spearman.test(places, rates));
  }

  private LinearFit fit(Shape shape) {
    return fits.computeIfAbsent(
        shape, key -> LinearFit.of(points, key.terms(), groups, options.link()));
  }

  private ClusterJackknife jackknife(Shape shape) {
    return errors.computeIfAbsent(
        shape,
        key ->
            ClusterJackknife.of(
                fit(key),
                cells.runs(),
                cells.variants(),
                (runs, variants) ->
                    LinearFit.of(
                        cells.pooled(runs, variants), key.terms(), groups, options.link())));
  }

  /**
   * Whether leaving out any one run keeps enough places for the shape, so that the jackknife over
   * runs says something about it.
   */
  private boolean hasError(Shape shape) {
    for (int run = 0; cells.runs() > 1 && run < cells.runs(); run++) {
      int left = run;
      long remaining =
          points.stream()
              .filter(point -> point.run() != left)
              .mapToDouble(point -> point.covariates()[0])
              .distinct()
              .count();
      if (remaining <= shape.terms()) {
        return false;
      }
    }
    return cells.runs() > 1 || cells.variants() > 1;
  }

  private Estimate slope() {
    LinearFit fit = fit(Shape.MONOTONE);
    double value = extent.constant() ? 0 : fit.slopes()[0];
    if (extent.constant() && extent.levels() > 2) {
      return Estimate.of(0, 0, new Interval(0, 0, options.level()), clusters(), "constant series");
    }
    if (!hasError(Shape.MONOTONE)) {
      return Estimate.withoutInterval(value, clusters(), "too few clusters for an interval");
    }
    return jackknife(Shape.MONOTONE).estimate(value, options.level(), 0, 1);
  }

  private int clusters() {
    return cells.runs() > 1 ? cells.runs() : cells.variants();
  }

  private OptionalDouble slopePValue() {
    if (extent.constant() || !hasError(Shape.MONOTONE)) {
      return OptionalDouble.empty();
    }
    LinearFit fit = fit(Shape.MONOTONE);
    double tail = jackknife(Shape.MONOTONE).upperTail(Math.abs(fit.slopes()[0]), 0, 1);
    return OptionalDouble.of(Math.min(1, 2 * tail));
  }

  private Estimate bootstrapSlope() {
    double value = extent.constant() ? 0 : fit(Shape.MONOTONE).slopes()[0];
    ClusterBootstrap bootstrap =
        new ClusterBootstrap(options.seed(), options.resamples(), options.level());
    return bootstrap.summary(value, clusters(), index -> resampledSlope(bootstrap, index));
  }

  private OptionalDouble resampledSlope(ClusterBootstrap bootstrap, int index) {
    List<Cells.Pooled> drawn =
        cells.pooled(
            weights(bootstrap, "runs", cells.runs(), index),
            weights(bootstrap, "variants", cells.variants(), index));
    boolean sloped =
        drawn.stream().mapToDouble(point -> point.covariates()[0]).distinct().count() > 1;
    return sloped
        ? OptionalDouble.of(LinearFit.of(drawn, 1, groups, options.link()).slopes()[0])
        : OptionalDouble.empty();
  }

  private static double[] weights(
      ClusterBootstrap bootstrap, String purpose, int clusters, int index) {
    return clusters == 1 ? Cells.ones(1) : bootstrap.multiplicities(purpose, clusters, index);
  }

  private Optional<Bend> bend() {
    if (extent.constant() || extent.levels() < 4 || !hasError(Shape.QUADRATIC)) {
      return Optional.empty();
    }
    LinearFit fit = fit(Shape.QUADRATIC);
    ClusterJackknife jackknife = jackknife(Shape.QUADRATIC);
    double curvature = fit.slopes()[1];
    double turn = curvature == 0 ? Double.NaN : -fit.slopes()[0] / (2 * curvature);
    boolean inside = turn > end(true) && turn < end(false);
    return Optional.of(
        new Bend(
            jackknife.estimate(curvature, options.level(), 0, 0, 1),
            inside
                ? OptionalDouble.of(options.scale().place(centre + turn))
                : OptionalDouble.empty(),
            inside
                ? new TwoLines(cells, turn, groups, options.link()).pValue(Math.signum(curvature))
                : 1));
  }

  private double end(boolean left) {
    DoubleStream places =
        levels.keySet().stream().mapToDouble(x -> options.scale().decades(x) - centre);
    return (left ? places.min() : places.max()).orElseThrow();
  }

  private List<RateCurve> curves() {
    List<RateCurve> curves = new ArrayList<>();
    double dispersion = dispersion();
    for (Shape shape : Shape.values()) {
      if (extent.levels() > shape.terms()) {
        curves.add(curve(shape, dispersion));
      }
    }
    return curves;
  }

  /** Of the richest shape that leaves a degree of freedom. */
  private double dispersion() {
    for (Shape shape : List.of(Shape.QUADRATIC, Shape.MONOTONE, Shape.FLAT)) {
      if (extent.levels() > shape.terms() + 1) {
        LinearFit fit = fit(shape);
        int freedom = points.size() - fit.parameters();
        if (freedom > 0) {
          return Math.max(1e-12, fit.pearson() / freedom);
        }
      }
    }
    return 1;
  }

  private RateCurve curve(Shape shape, double dispersion) {
    LinearFit fit = fit(shape);
    List<Double> coefficients = new ArrayList<>(List.of(fit.intercept()));
    for (double slope : fit.slopes()) {
      coefficients.add(slope);
    }
    Optional<ClusterJackknife> jackknife =
        hasError(shape) ? Optional.of(jackknife(shape)) : Optional.empty();
    List<RateCurve.Point> drawn = new ArrayList<>();
    for (int index = 0; index < CURVE_POINTS; index++) {
      double share = index / (CURVE_POINTS - 1.0);
      drawn.add(point(fit, jackknife, (1 - share) * end(true) + share * end(false)));
    }
    return new RateCurve(
        shape, coefficients, centre, options.scale(), options.link(), aicc(fit, dispersion), drawn);
  }

  private RateCurve.Point point(LinearFit fit, Optional<ClusterJackknife> jackknife, double place) {
    double[] factors = new double[1 + fit.slopes().length];
    double linear = fit.intercept();
    factors[0] = 1;
    for (int term = 1; term < factors.length; term++) {
      factors[term] = factors[term - 1] * place;
      linear += fit.slopes()[term - 1] * factors[term];
    }
    double mean = linear;
    Optional<Interval> interval =
        jackknife.map(
            error -> {
              double half = error.quantile(options.level(), factors) * error.standardError(factors);
              return new Interval(
                  options.link().mean(mean - half),
                  options.link().mean(mean + half),
                  options.level());
            });
    return new RateCurve.Point(
        options.scale().place(centre + place), options.link().mean(linear), interval);
  }

  private OptionalDouble aicc(LinearFit fit, double dispersion) {
    int parameters = fit.parameters() + 1;
    int spare = points.size() - parameters - 1;
    return spare <= 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(
            fit.deviance() / dispersion
                + 2.0 * parameters
                + 2.0 * parameters * (parameters + 1) / spare);
  }

  private List<HeldOut> heldOut() {
    List<HeldOut> predictions = new ArrayList<>();
    for (Shape shape : Shape.values()) {
      if (extent.levels() > shape.terms() + 1) {
        predictions.add(heldOut(shape));
      }
    }
    return predictions;
  }

  private HeldOut heldOut(Shape shape) {
    double largest = end(false);
    List<Cells.Pooled> kept =
        points.stream().filter(point -> point.covariates()[0] < largest).toList();
    List<Cells.Pooled> held =
        points.stream().filter(point -> point.covariates()[0] >= largest).toList();
    LinearFit fit = LinearFit.of(kept, shape.terms(), groups, options.link());
    double weight = held.stream().mapToDouble(Cells.Pooled::weight).sum();
    double predicted = 0;
    double observed = 0;
    for (Cells.Pooled point : held) {
      double share = point.weight() / weight;
      predicted += share * options.link().mean(fit.linear(point.run(), point.covariates()));
      observed += share * point.rate();
    }
    return new HeldOut(shape, options.scale().place(centre + largest), predicted, observed);
  }
}
