package org.ethogram.report.fits;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.ethogram.core.Ratio;
import org.ethogram.stats.Estimate;
import org.ethogram.stats.laws.AxisScale;
import org.ethogram.stats.laws.rates.JointRateObservation;
import org.ethogram.stats.laws.rates.JointRateTrend;
import org.ethogram.stats.laws.rates.JointRateTrends;
import org.ethogram.stats.laws.rates.RateObservation;
import org.ethogram.stats.laws.rates.RateTrend;
import org.ethogram.stats.laws.rates.RateTrends;
import org.ethogram.stats.laws.rates.TrendOptions;
import org.ethogram.stats.laws.rates.VerdictRule;
import org.ethogram.stats.resampling.ClusterBootstrap;
import org.ethogram.stats.trends.MannKendall;
import org.ethogram.stats.trends.UncertainTrend;

/** Calls the direction of each group of a table along each input. */
public final class TrendFitting {
  private TrendFitting() {}

  /** The trends of every group along every input, corrected together. */
  public static List<GroupTrend> of(Observations observations, TrendRequest request) {
    FigureScale scale = request.scale().orElseGet(() -> FigureScale.fitting(observations.kept()));
    scale.check(observations);
    record Series(String group, int input, List<Observation> members) {}
    List<Series> series = new ArrayList<>();
    observations
        .byGroup()
        .forEach(
            (group, members) -> {
              for (int input = 0; input < request.columns().x().size(); input++) {
                series.add(new Series(group, input, members));
              }
            });
    List<RateTrend> trends =
        series.stream()
            .map(one -> along(one.members(), one.input(), scale, request.bootstrap()))
            .toList();
    List<VerdictRule.Call> calls = request.rule().decide(trends);
    List<GroupTrend> called = new ArrayList<>();
    for (int index = 0; index < trends.size(); index++) {
      Series one = series.get(index);
      called.add(
          new GroupTrend(
              one.group(),
              request.columns().x().get(one.input()),
              scale,
              one.members(),
              trends.get(index),
              calls.get(index),
              levels(one.members(), one.input(), scale),
              tau(one.members(), one.input(), scale, request.bootstrap()),
              joint(one.members(), scale, request)));
    }
    return called;
  }

  static RateTrend along(
      List<Observation> members, int input, FigureScale scale, ClusterBootstrap bootstrap) {
    return RateTrends.along(
        members.stream()
            .map(
                one ->
                    new RateObservation(
                        one.x().get(input), scale.ratio(one), one.cluster(), one.variant()))
            .toList(),
        new TrendOptions(
            AxisScale.LOG10,
            scale.link(),
            bootstrap.level(),
            bootstrap.resamples(),
            bootstrap.seed().derive("trend")));
  }

  private static SortedMap<Double, Ratio> levels(
      List<Observation> members, int input, FigureScale scale) {
    SortedMap<Double, Ratio> levels = new TreeMap<>();
    members.forEach(one -> levels.merge(one.x().get(input), scale.ratio(one), Ratio::plus));
    return levels;
  }

  private static Estimate tau(
      List<Observation> members, int input, FigureScale scale, ClusterBootstrap bootstrap) {
    SortedMap<Double, Ratio> levels = levels(members, input, scale);
    Map<Double, Double> precisions = new TreeMap<>();
    boolean errors = members.stream().allMatch(one -> one.standardError().isPresent());
    for (Observation one : members) {
      precisions.merge(one.x().get(input), precision(one, scale), Double::sum);
    }
    double[] x = levels.keySet().stream().mapToDouble(place -> place).toArray();
    double[] y =
        levels.values().stream().mapToDouble(ratio -> ratio.value().orElseThrow()).toArray();
    if (errors) {
      double[] standardErrors =
          precisions.values().stream().mapToDouble(each -> 1 / Math.sqrt(each)).toArray();
      return new UncertainTrend(bootstrap.seed(), bootstrap.resamples(), bootstrap.level())
          .mannKendall(x, y, standardErrors);
    }
    var test = MannKendall.test(x, y);
    return test.statistic().isEmpty()
        ? Estimate.undefined(test.method())
        : Estimate.withoutInterval(
            test.statistic().getAsDouble(), test.n(), "no standard errors to redraw within");
  }

  /** The inverse of the variance on the scale on which levels are compared. */
  private static double precision(Observation one, FigureScale scale) {
    return scale == FigureScale.LOGIT ? one.precision() : scale.ratio(one).denominator();
  }

  private static Optional<JointRateTrend> joint(
      List<Observation> members, FigureScale scale, TrendRequest request) {
    if (request.columns().x().size() != 2) {
      return Optional.empty();
    }
    return Optional.of(
        JointRateTrends.fit(
            members.stream()
                .map(
                    one ->
                        new JointRateObservation(
                            one.x().get(0),
                            one.x().get(1),
                            scale.ratio(one),
                            one.cluster(),
                            one.variant()))
                .toList(),
            scale.link(),
            request.bootstrap().level()));
  }
}
