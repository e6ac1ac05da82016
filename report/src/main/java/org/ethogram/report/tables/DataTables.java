package org.ethogram.report.tables;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.SequencedMap;
import java.util.stream.Stream;
import org.ethogram.lab.store.Subject;
import org.ethogram.models.ModelScale;
import org.ethogram.report.figure.Csv;
import org.ethogram.report.findings.Answer;
import org.ethogram.report.findings.Findings;
import org.ethogram.report.findings.RateFinding;
import org.ethogram.report.findings.TrendFinding;
import org.ethogram.stats.Interval;

/** All numbers of a study as comma-separated values, in full; what is undefined is left empty. */
public final class DataTables {
  private DataTables() {}

  /** Text by file name. */
  public static SequencedMap<String, String> of(Findings findings) {
    SequencedMap<String, String> tables = new LinkedHashMap<>();
    tables.put("estimates.csv", estimates(findings));
    tables.put("verdicts.csv", verdicts(findings));
    tables.put("losses.csv", losses(findings));
    return tables;
  }

  private static String estimates(Findings findings) {
    StringBuilder rows =
        new StringBuilder(
            Csv.row(
                List.of(
                    "subject",
                    "family",
                    "size",
                    "reference",
                    "parameters",
                    "training_tokens",
                    "training_steps",
                    "measure",
                    "episodes_read",
                    "game",
                    "conditions",
                    "numerator",
                    "denominator",
                    "value",
                    "standard_error",
                    "low",
                    "high",
                    "clusters",
                    "episodes",
                    "method")));
    for (RateFinding rate : findings.rates().all()) {
      Subject subject = rate.subject();
      ModelScale scale = subject.identity().scale();
      rows.append(
          Csv.row(
              List.of(
                  subject.label(),
                  subject.family(),
                  subject.size(),
                  Boolean.toString(subject.reference()),
                  written(scale.parameters()),
                  written(scale.trainingTokens()),
                  written(scale.trainingSteps()),
                  rate.measure().name(),
                  rate.reading().label(),
                  rate.slice().game(),
                  rate.slice().conditionText(),
                  Double.toString(rate.total().numerator()),
                  Double.toString(rate.total().denominator()),
                  written(rate.estimate().value()),
                  written(rate.estimate().standardError()),
                  written(rate.estimate().interval().map(Interval::lower)),
                  written(rate.estimate().interval().map(Interval::upper)),
                  Integer.toString(rate.estimate().n()),
                  Long.toString(rate.episodes()),
                  rate.estimate().method())));
    }
    return rows.toString();
  }

  private static String verdicts(Findings findings) {
    StringBuilder rows =
        new StringBuilder(
            Csv.row(
                List.of(
                    "measure",
                    "along",
                    "episodes_read",
                    "size",
                    "game",
                    "conditions",
                    "verdict",
                    "slope_per_decade",
                    "low",
                    "high",
                    "bootstrap_low",
                    "bootstrap_high",
                    "p",
                    "p_corrected",
                    "corrected_with",
                    "places",
                    "runs",
                    "variants",
                    "dropped",
                    "reason")));
    Stream.concat(findings.trends().stream(), findings.details().stream())
        .forEach(trend -> rows.append(Csv.row(verdict(trend))));
    return rows.toString();
  }

  private static List<String> verdict(TrendFinding trend) {
    Optional<Interval> interval = trend.trend().slope().interval();
    List<String> row = new ArrayList<>();
    row.add(trend.measure().name());
    row.add(trend.along().title());
    row.add(trend.reading().label());
    row.add(trend.size().orElse(""));
    row.add(trend.slice().game());
    row.add(trend.slice().conditionText());
    row.add(Answer.word(trend.call().verdict()));
    row.add(written(trend.trend().slope().value()));
    row.add(written(interval.map(Interval::lower)));
    row.add(written(interval.map(Interval::upper)));
    Optional<Interval> bootstrap = trend.trend().bootstrapSlope().interval();
    row.add(written(bootstrap.map(Interval::lower)));
    row.add(written(bootstrap.map(Interval::upper)));
    row.add(written(trend.trend().slopePValue()));
    row.add(written(trend.call().pValue()));
    row.add(Integer.toString(trend.correctedWith()));
    row.add(Integer.toString(trend.trend().extent().levels()));
    row.add(Integer.toString(trend.trend().extent().runs()));
    row.add(Integer.toString(trend.trend().extent().variants()));
    row.add(Integer.toString(trend.trend().extent().dropped()));
    row.add(trend.call().reason());
    return row;
  }

  private static String losses(Findings findings) {
    StringBuilder rows = new StringBuilder(Csv.row(List.of("subject", "loss", "nats", "tokens")));
    findings
        .losses()
        .forEach(
            loss ->
                rows.append(
                    Csv.row(
                        List.of(
                            loss.subject(),
                            loss.loss(),
                            Double.toString(loss.nats()),
                            written(loss.tokens())))));
    return rows.toString();
  }

  private static String written(OptionalDouble value) {
    return value.isPresent() ? Double.toString(value.getAsDouble()) : "";
  }

  private static String written(OptionalLong value) {
    return value.isPresent() ? Long.toString(value.getAsLong()) : "";
  }

  private static String written(Optional<Double> value) {
    return value.filter(Double::isFinite).map(Object::toString).orElse("");
  }
}
