package org.ethogram.report.fits;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.ethogram.stats.Estimate;
import org.ethogram.stats.Interval;
import org.ethogram.stats.laws.fits.Forecast;
import org.ethogram.stats.laws.fits.LawFit;
import org.ethogram.stats.laws.rates.HeldOut;
import org.ethogram.stats.laws.rates.JointRateTrend;
import org.ethogram.stats.laws.rates.RateCurve;
import org.ethogram.stats.laws.rates.RateTrend;
import org.ethogram.stats.laws.rates.VerdictRule;

/** Laws and trends as the fields of a JSON object; what is undefined is absent. */
public final class FitFields {
  private FitFields() {}

  /** One law of one group. */
  public static Map<String, Object> of(FittedLaw law, Observations observations, Columns columns) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("group", law.group());
    fields.put("law", law.fit().law().name());
    fields.put("formula", law.fit().law().formula());
    fields.put("loss", LossChoice.name(law.fit().loss()));
    fields.put("rows", law.fit().points().size());
    fields.put("clusters", clusters(law.fit(), columns));
    fields.put("dropped", dropped(observations));
    Map<String, Object> parameters = new LinkedHashMap<>();
    law.fit()
        .parameters()
        .forEach(
            (name, estimate) -> {
              Map<String, Object> parameter = estimate(estimate);
              Estimate profile = law.profiles().get(name);
              if (profile != null && profile.interval().isPresent()) {
                parameter.put("profile", bounds(profile.interval().get()));
              }
              parameters.put(name, parameter);
            });
    fields.put("parameters", parameters);
    fields.put("cost", law.fit().cost());
    put(fields, "aicc", law.fit().aicc());
    put(fields, "intraclass_correlation", law.fit().intraclassCorrelation());
    fields.put("residuals", residuals(law, columns));
    if (!law.heldOut().isEmpty()) {
      fields.put("holdout", law.heldOut().stream().map(FitFields::heldOut).toList());
    }
    fields.put(
        "backtest",
        law.backTest().stream()
            .map(each -> Map.of("held_out", each.heldOut(), "error", each.error()))
            .toList());
    law.comparison()
        .ifPresent(
            comparison ->
                fields.put(
                    "comparison",
                    comparison.rows().stream()
                        .map(
                            row -> {
                              Map<String, Object> compared = new LinkedHashMap<>();
                              compared.put("law", row.law());
                              put(compared, "aicc", row.aicc());
                              put(compared, "difference", row.difference());
                              compared.put("weight", row.weight());
                              return compared;
                            })
                        .toList()));
    if (!law.failures().isEmpty()) {
      fields.put("not_fitted", law.failures());
    }
    if (!law.forecasts().isEmpty()) {
      fields.put(
          "forecasts", law.forecasts().stream().map(each -> forecast(each, columns)).toList());
    }
    Map<String, Object> verdicts = new LinkedHashMap<>();
    law.directions()
        .forEach(
            each -> verdicts.put(each.input(), direction(each.scale(), each.trend(), each.call())));
    fields.put("verdict", verdicts);
    return fields;
  }

  /** One trend of one group along one input. */
  public static Map<String, Object> of(
      GroupTrend trend, Observations observations, Columns columns) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("group", trend.group());
    fields.put("along", trend.input());
    fields.putAll(direction(trend.scale(), trend.trend(), trend.call()));
    fields.put("kendall_tau", estimate(trend.tau()));
    put(fields, "mann_kendall_p", trend.trend().mannKendall().pValue());
    put(fields, "spearman", trend.trend().spearman().statistic());
    put(fields, "spearman_p", trend.trend().spearman().pValue());
    fields.put("rows", trend.trend().extent().observations());
    fields.put("dropped", dropped(observations));
    fields.put("holdout", trend.trend().heldOut().stream().map(FitFields::heldOut).toList());
    trend.joint().ifPresent(joint -> fields.put("joint", joint(joint, columns)));
    return fields;
  }

  private static Map<String, Object> direction(
      FigureScale scale, RateTrend trend, VerdictRule.Call call) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("verdict", call.verdict().name().toLowerCase(Locale.ROOT).replace('_', '-'));
    fields.put("reason", call.reason());
    put(fields, "corrected_p", call.pValue());
    put(fields, "p", trend.slopePValue());
    fields.put("scale", scale.label());
    fields.put("slope_per_decade", estimate(trend.slope()));
    fields.put("levels", trend.extent().levels());
    fields.put("clusters", trend.extent().runs());
    fields.put("within_clusters", trend.extent().withinRuns());
    fields.put("preferred_shape", trend.preferred().name().toLowerCase(Locale.ROOT));
    Map<String, Object> aicc = new LinkedHashMap<>();
    for (RateCurve curve : trend.curves()) {
      put(aicc, curve.shape().name().toLowerCase(Locale.ROOT), curve.aicc());
    }
    fields.put("aicc", aicc);
    return fields;
  }

  private static Map<String, Object> joint(JointRateTrend joint, Columns columns) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put(columns.x().get(0), slope(joint.parametersSlope()));
    fields.put(columns.x().get(1), slope(joint.tokensSlope()));
    fields.put("interaction", slope(joint.interaction()));
    return fields;
  }

  private static Map<String, Object> slope(JointRateTrend.Slope slope) {
    Map<String, Object> fields = estimate(slope.estimate());
    put(fields, "p", slope.pValue());
    return fields;
  }

  private static Map<String, Object> heldOut(FittedLaw.HeldOutValue each) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("held_out", each.extrapolation().heldOut());
    fields.put("predicted", each.extrapolation().predicted());
    fields.put("errors", each.extrapolation().errors());
    fields.put("error", each.extrapolation().error());
    fields.put("error_of_no_change", each.noChange());
    return fields;
  }

  private static Map<String, Object> heldOut(HeldOut each) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("shape", each.shape().name().toLowerCase(Locale.ROOT));
    fields.put("held_out", each.x());
    fields.put("predicted", each.predicted());
    fields.put("observed", each.observed());
    return fields;
  }

  private static List<Map<String, Object>> residuals(FittedLaw law, Columns columns) {
    List<Map<String, Object>> rows = new ArrayList<>();
    for (int index = 0; index < law.observations().size(); index++) {
      Observation one = law.observations().get(index);
      double residual = law.fit().residuals().get(index);
      Map<String, Object> row = new LinkedHashMap<>();
      row.put("row", one.row());
      for (int input = 0; input < columns.x().size(); input++) {
        row.put(columns.x().get(input), one.x().get(input));
      }
      row.put("observed", one.y());
      row.put("predicted", one.y() + residual);
      row.put("residual", -residual);
      if (!one.cluster().isEmpty()) {
        row.put("cluster", one.cluster());
      }
      rows.add(row);
    }
    return rows;
  }

  private static Map<String, Object> forecast(Forecast forecast, Columns columns) {
    Map<String, Object> fields = new LinkedHashMap<>();
    for (int input = 0; input < columns.x().size(); input++) {
      fields.put(columns.x().get(input), forecast.x().get(input));
    }
    fields.put("mean", forecast.mean());
    forecast.interval().ifPresent(interval -> fields.put("interval", bounds(interval)));
    forecast.prediction().ifPresent(interval -> fields.put("prediction", bounds(interval)));
    return fields;
  }

  private static List<Map<String, Object>> dropped(Observations observations) {
    return observations.dropped().stream()
        .map(
            row -> {
              Map<String, Object> fields = new LinkedHashMap<>();
              fields.put("row", row.row());
              fields.put("reason", row.reason());
              return fields;
            })
        .toList();
  }

  private static Map<String, Object> estimate(Estimate estimate) {
    Map<String, Object> fields = new LinkedHashMap<>();
    put(fields, "value", estimate.value());
    put(fields, "standard_error", estimate.standardError());
    Optional<Interval> interval = estimate.interval();
    interval.ifPresent(range -> fields.put("interval", bounds(range)));
    fields.put("n", estimate.n());
    fields.put("method", estimate.method());
    return fields;
  }

  /** An end that the data leave open is absent. */
  private static Map<String, Object> bounds(Interval interval) {
    Map<String, Object> fields = new LinkedHashMap<>();
    putBound(fields, "lower", interval.lower());
    putBound(fields, "upper", interval.upper());
    fields.put("level", interval.level());
    return fields;
  }

  private static void putBound(Map<String, Object> fields, String name, double bound) {
    if (Double.isFinite(bound)) {
      fields.put(name, bound);
    }
  }

  private static Object clusters(LawFit fit, Columns columns) {
    return columns.clusters() instanceof Clusters.Unsaid ? "not said" : fit.clusters();
  }

  private static void put(Map<String, Object> fields, String name, OptionalDouble value) {
    value.ifPresent(number -> fields.put(name, number));
  }
}
