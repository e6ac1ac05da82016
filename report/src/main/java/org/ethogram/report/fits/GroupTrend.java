package org.ethogram.report.fits;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.ethogram.core.Ratio;
import org.ethogram.stats.Estimate;
import org.ethogram.stats.laws.rates.JointRateTrend;
import org.ethogram.stats.laws.rates.RateTrend;
import org.ethogram.stats.laws.rates.VerdictRule;

/**
 * What y does along one input in one group.
 *
 * @param levels the pooled figure on its scale, by value of x
 * @param tau Kendall's, of the pooled figure by value of x; with standard errors its interval comes
 *     from redrawing the figures within them
 * @param scale on which slopes are counted
 * @param joint the effects of two inputs told apart, where there are two
 */
public record GroupTrend(
    String group,
    String input,
    FigureScale scale,
    List<Observation> observations,
    RateTrend trend,
    VerdictRule.Call call,
    SortedMap<Double, Ratio> levels,
    Estimate tau,
    Optional<JointRateTrend> joint) {
  public GroupTrend {
    observations = List.copyOf(observations);
  }
}
