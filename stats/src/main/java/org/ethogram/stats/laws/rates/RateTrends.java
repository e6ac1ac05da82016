package org.ethogram.stats.laws.rates;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.ethogram.core.ErrorCode;
import org.ethogram.core.EthogramException;
import org.ethogram.core.Ratio;

/** Fits trends of rates along one axis. */
public final class RateTrends {
  private RateTrends() {}

  /**
   * Where x varies within runs (checkpoints), each run has its own intercept; where it varies
   * between runs only (sizes), they share one.
   *
   * @throws EthogramException INVALID_DATA for a rate outside [0, 1] under the logit link
   */
  public static RateTrend along(List<RateObservation> observations, TrendOptions options) {
    List<RateObservation> usable =
        observations.stream()
            .filter(each -> each.ratio().denominator() > 0 && options.scale().accepts(each.x()))
            .toList();
    if (options.link() == Link.LOGIT) {
      usable.forEach(RateTrends::checkRate);
    }
    boolean withinRuns = variesWithinRuns(usable);
    double centre =
        usable.stream()
            .mapToDouble(each -> options.scale().decades(each.x()))
            .distinct()
            .average()
            .orElse(0);
    List<Cells.Row> rows = new ArrayList<>();
    for (RateObservation each : usable) {
      double decades = options.scale().decades(each.x()) - centre;
      rows.add(
          new Cells.Row(
              List.of(decades, decades * decades), each.ratio(), each.run(), each.variant()));
    }
    Cells cells = Cells.of(rows);
    Map<Double, Ratio> levels = levels(usable);
    RateTrend.Extent extent =
        new RateTrend.Extent(
            usable.size(),
            observations.size() - usable.size(),
            levels.size(),
            cells.runs(),
            cells.variants(),
            withinRuns,
            isConstant(cells, withinRuns));
    return new TrendFit(cells, extent, levels, centre, options).trend();
  }

  private static void checkRate(RateObservation each) {
    Ratio ratio = each.ratio();
    if (ratio.numerator() < -1e-9 * ratio.denominator()
        || ratio.numerator() > (1 + 1e-9) * ratio.denominator()) {
      throw new EthogramException(
          ErrorCode.INVALID_DATA,
          "rate of run " + each.run() + ", variant " + each.variant() + " at x = " + each.x(),
          ratio.numerator() + " / " + ratio.denominator() + " lies outside [0, 1]",
          "Fit figures that are not rates with the identity link");
    }
  }

  private static boolean variesWithinRuns(List<RateObservation> observations) {
    Map<String, Set<Double>> places = new HashMap<>();
    for (RateObservation each : observations) {
      places.computeIfAbsent(each.run(), run -> new HashSet<>()).add(each.x());
    }
    return places.values().stream().anyMatch(set -> set.size() > 1);
  }

  private static Map<Double, Ratio> levels(List<RateObservation> observations) {
    Map<Double, Ratio> levels = new TreeMap<>();
    for (RateObservation each : observations) {
      levels.merge(each.x(), each.ratio(), Ratio::plus);
    }
    return levels;
  }

  private static boolean isConstant(Cells cells, boolean withinRuns) {
    Map<Integer, Double> reference = new HashMap<>();
    for (Cells.Pooled point : cells.pooled()) {
      double first = reference.computeIfAbsent(withinRuns ? point.run() : 0, run -> point.rate());
      if (Math.abs(point.rate() - first) > 1e-12) {
        return false;
      }
    }
    return true;
  }
}
