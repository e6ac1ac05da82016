package org.ethogram.stats.laws.rates;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.ethogram.stats.Estimate;
import org.ethogram.stats.TestResult;

/**
 * What a rate does along one axis.
 *
 * @param link the scale of slope and curvature
 * @param extent what the data are
 * @param curves flat, monotone and quadratic, as far as there are levels for them
 * @param slope of the monotone shape per decade, on the link's scale (logits per decade), with the
 *     interval that verdicts rest on: jackknife over runs and variants, Student's t
 * @param slopePValue two-sided, that the slope is 0; empty where the slope has no interval
 * @param bootstrapSlope the same slope with the interval of the cluster bootstrap, as a check
 * @param bend of the quadratic shape, with at least four levels
 * @param heldOut for each shape, the prediction of the largest x from the others
 * @param mannKendall on the pooled rate by level, without any shape
 * @param spearman likewise
 */
public record RateTrend(
    Link link,
    Extent extent,
    List<RateCurve> curves,
    Estimate slope,
    OptionalDouble slopePValue,
    Estimate bootstrapSlope,
    Optional<Bend> bend,
    List<HeldOut> heldOut,
    TestResult mannKendall,
    TestResult spearman) {
  public RateTrend {
    curves = List.copyOf(curves);
    heldOut = List.copyOf(heldOut);
  }

  /**
   * @param levels distinct x with a defined rate
   * @param withinRuns whether x varies within runs; each run then has its own intercept and only
   *     the change within runs counts, else the runs are compared with each other
   * @param constant whether the rate is the same at every level (of each run)
   * @param dropped observations left out: undefined, or at an x that the axis does not hold
   */
  public record Extent(
      int observations,
      int dropped,
      int levels,
      int runs,
      int variants,
      boolean withinRuns,
      boolean constant) {}

  public Optional<RateCurve> curve(Shape shape) {
    return curves.stream().filter(curve -> curve.shape() == shape).findFirst();
  }

  /** The shape with the least AICc; flat where none has one. */
  public Shape preferred() {
    return curves.stream()
        .filter(curve -> curve.aicc().isPresent())
        .min((a, b) -> Double.compare(a.aicc().orElseThrow(), b.aicc().orElseThrow()))
        .map(RateCurve::shape)
        .orElse(Shape.FLAT);
  }
}
