package org.ethogram.stats.laws.rates;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.ethogram.stats.Estimate;
import org.ethogram.stats.estimates.MultipleComparisons;
import org.ethogram.stats.laws.Verdict;

/**
 * How trends become verdicts. In this order:
 *
 * <ol>
 *   <li>Fewer than {@link #leastLevels} places on the axis: not enough data.
 *   <li>A constant series: flat.
 *   <li>No interval of the slope: not enough data.
 *   <li>U or inverse U: the quadratic shape has the least AICc, and two lines fitted apart on
 *       either side of its turning point slope in opposite directions with a corrected p-value of
 *       at most {@code alpha}.
 *   <li>Flat: the whole interval of the slope lies within the margin, and the quadratic shape is
 *       not preferred. A slope inside the margin is flat even where its interval excludes 0,
 *       because such a change is too small to matter.
 *   <li>Rises or falls: the corrected p-value of the slope is at most {@code alpha}.
 *   <li>Otherwise not enough data: an interval that holds both 0 and slopes outside the margin
 *       supports neither claim.
 * </ol>
 *
 * The p-values of all slopes and all bends of the trends given together are corrected by Holm's
 * method.
 *
 * @param alpha the chance of any false claim of a direction or a bend among the trends
 * @param logitMargin logits per decade that do not matter for a rate; 0.2 change a rate of one half
 *     by five points in a hundred per decade
 * @param identityMargin change per decade that does not matter for a figure that is not a rate
 */
public record VerdictRule(
    double alpha, double logitMargin, double identityMargin, int leastLevels) {
  public static final VerdictRule USUAL = new VerdictRule(0.05, 0.2, 0.05, 3);

  public VerdictRule {
    if (!(alpha > 0 && alpha < 1)
        || !(logitMargin >= 0 && identityMargin >= 0)
        || leastLevels < 3) {
      throw new IllegalArgumentException(
          "alpha " + alpha + ", margins " + logitMargin + " and " + identityMargin);
    }
  }

  /**
   * @param pValue corrected, of the claim that was tested last; empty where none was
   * @param reason in plain words, without a full stop
   */
  public record Call(Verdict verdict, OptionalDouble pValue, String reason) {}

  /** One call for each trend, in their order. */
  public List<Call> decide(List<RateTrend> trends) {
    List<Double> pValues = new ArrayList<>();
    for (RateTrend trend : trends) {
      trend.slopePValue().ifPresent(pValues::add);
      trend.bend().ifPresent(bend -> pValues.add(bend.pValue()));
    }
    List<Double> corrected = MultipleComparisons.holm(pValues);
    List<Call> calls = new ArrayList<>();
    int next = 0;
    for (RateTrend trend : trends) {
      OptionalDouble slope =
          trend.slopePValue().isPresent()
              ? OptionalDouble.of(corrected.get(next++))
              : OptionalDouble.empty();
      OptionalDouble bend =
          trend.bend().isPresent()
              ? OptionalDouble.of(corrected.get(next++))
              : OptionalDouble.empty();
      calls.add(call(trend, slope, bend));
    }
    return calls;
  }

  private Call call(RateTrend trend, OptionalDouble slopePValue, OptionalDouble bendPValue) {
    int levels = trend.extent().levels();
    if (levels < leastLevels) {
      return unknown(
          slopePValue,
          levels
              + (levels == 1 ? " place" : " places")
              + " on the axis, "
              + leastLevels
              + " needed");
    }
    if (trend.extent().constant()) {
      return new Call(
          Verdict.FLAT, OptionalDouble.empty(), "the same at all " + levels + " places");
    }
    Estimate slope = trend.slope();
    if (slope.interval().isEmpty()) {
      return unknown(slopePValue, slope.method());
    }
    double margin = trend.link() == Link.LOGIT ? logitMargin : identityMargin;
    boolean quadratic = trend.preferred() == Shape.QUADRATIC;
    if (quadratic && bendPValue.orElse(1) <= alpha) {
      Bend bend = trend.bend().orElseThrow();
      return new Call(
          bend.curvature().value().orElseThrow() > 0 ? Verdict.U : Verdict.INVERSE_U,
          bendPValue,
          "turns at " + String.format(Locale.ROOT, "%.3g", bend.turningPoint().orElseThrow()));
    }
    if (!quadratic && slope.interval().orElseThrow().isWithin(margin)) {
      return new Call(
          Verdict.FLAT, slopePValue, "the whole interval of the slope is within ±" + margin);
    }
    if (slopePValue.orElse(1) <= alpha) {
      return new Call(
          slope.value().orElseThrow() > 0 ? Verdict.RISES : Verdict.FALLS,
          slopePValue,
          "the corrected interval of the slope excludes 0");
    }
    return unknown(slopePValue, "the interval of the slope holds 0 and slopes beyond ±" + margin);
  }

  private static Call unknown(OptionalDouble pValue, String reason) {
    return new Call(Verdict.NOT_ENOUGH_DATA, pValue, reason);
  }
}
