package org.ethogram.stats.laws.rates;

import java.util.List;
import org.ethogram.stats.laws.rates.Cells.Pooled;

/**
 * The test of a U by two separate lines, one on each side of a break (Simonsohn 2018, "Two lines: a
 * valid alternative to the invalid testing of U-shaped relationships with quadratic regressions").
 *
 * <p>A quadratic fitted to a curve that merely saturates bends downwards inside the range; two
 * lines do not.
 */
final class TwoLines {
  private static final int LEAST_LEVELS = 2;

  private final Cells cells;
  private final double turn;
  private final int groups;
  private final Link link;

  /**
   * @param turn where the lines part, in decades from the centre
   */
  TwoLines(Cells cells, double turn, int groups, Link link) {
    this.cells = cells;
    this.turn = turn;
    this.groups = groups;
    this.link = link;
  }

  /**
   * The larger of the two one-sided p-values that the left slope has the sign {@code -direction}
   * and the right one {@code direction}; 1 where a side has too few places.
   */
  double pValue(double direction) {
    double[] all = Cells.ones(cells.runs());
    if (!suffices(all)) {
      return 1;
    }
    for (int run = 0; cells.runs() > 1 && run < cells.runs(); run++) {
      double[] without = all.clone();
      without[run] = 0;
      if (!suffices(without)) {
        return 1;
      }
    }
    LinearFit fit = fit(all, Cells.ones(cells.variants()));
    ClusterJackknife jackknife =
        ClusterJackknife.of(fit, cells.runs(), cells.variants(), this::fit);
    return Math.max(
        jackknife.upperTail(-direction * fit.slopes()[0], 0, 1),
        jackknife.upperTail(direction * fit.slopes()[1], 0, 0, 1));
  }

  private LinearFit fit(double[] runWeights, double[] variantWeights) {
    List<Pooled> points =
        cells.pooled(runWeights, variantWeights).stream().map(this::onItsLine).toList();
    return LinearFit.of(points, 3, groups, link);
  }

  /** Covariates: the left slope's, the right slope's, and the step between the lines. */
  private Pooled onItsLine(Pooled point) {
    double distance = point.covariates()[0] - turn;
    double[] covariates =
        distance < 0 ? new double[] {distance, 0, 0} : new double[] {0, distance, 1};
    return new Pooled(point.run(), covariates, point.rate(), point.weight());
  }

  private boolean suffices(double[] runWeights) {
    List<Double> places =
        cells.pooled(runWeights, Cells.ones(cells.variants())).stream()
            .map(point -> point.covariates()[0])
            .distinct()
            .toList();
    long left = places.stream().filter(place -> place < turn).count();
    return left >= LEAST_LEVELS && places.size() - left >= LEAST_LEVELS;
  }
}
