package org.ethogram.report;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.ethogram.evaluations.Outcome;
import org.ethogram.lab.store.Subject;
import org.ethogram.report.findings.Along;
import org.ethogram.report.findings.Answer;
import org.ethogram.report.findings.Cohort;
import org.ethogram.report.findings.Findings;
import org.ethogram.report.findings.RateFinding;
import org.ethogram.report.findings.Reading;
import org.ethogram.report.findings.TrendFinding;
import org.ethogram.stats.Estimate;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The answers and the numbers that they rest on as JSON; what is undefined is null. */
final class Summary {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private Summary() {}

  static String json(Findings findings) {
    ObjectNode summary = JSON.createObjectNode();
    summary.put("study", findings.run().studyName());
    summary.put("question", findings.run().question());
    summary.put("subjects", Cohort.sentence(findings.lineage()));
    summary.put("seed", findings.run().seed().value());
    summary.put("command", findings.run().command());
    ArrayNode answers = summary.putArray("answers");
    for (Along along : Along.values()) {
      Answer answer = Answer.of(findings, along, Reading.ALL_EPISODES);
      answers
          .addObject()
          .put("along", along.title())
          .put("question", answer.question())
          .put("verdict", answer.word())
          .put("claim", answer.claim())
          .put("evidence", answer.evidence());
    }
    ArrayNode verdicts = summary.putArray("verdicts");
    findings.trends().forEach(trend -> verdict(verdicts.addObject(), trend));
    ArrayNode headline = summary.putArray("headline");
    for (Subject subject : findings.lineage().subjects()) {
      findings
          .rates()
          .of(subject, findings.headline())
          .ifPresent(rate -> rate(headline.addObject(), rate));
    }
    ObjectNode counts = summary.putObject("episodes").put("planned", findings.counts().planned());
    for (Outcome outcome : Outcome.values()) {
      counts.put(outcome.name().toLowerCase(Locale.ROOT), findings.counts().of(outcome));
    }
    counts.put("not run", findings.counts().missing());
    ArrayNode warnings = summary.putArray("warnings");
    findings.run().warnings().forEach(warnings::add);
    return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(summary) + "\n";
  }

  private static void verdict(ObjectNode node, TrendFinding trend) {
    node.put("measure", trend.measure().name());
    node.put("along", trend.along().title());
    node.put("episodes", trend.reading().label());
    node.put("verdict", Answer.word(trend.call().verdict()));
    node.put("reason", trend.call().reason());
    estimate(node.putObject("slope"), trend.trend().slope());
    number(node, "p corrected", trend.call().pValue());
    node.put("places", trend.trend().extent().levels());
    node.put("runs", trend.trend().extent().runs());
    node.put("variants", trend.trend().extent().variants());
  }

  private static void rate(ObjectNode node, RateFinding rate) {
    node.put("subject", rate.subject().label());
    node.put("measure", rate.measure().name());
    estimate(node, rate.estimate());
    node.put("numerator", rate.total().numerator());
    node.put("denominator", rate.total().denominator());
    node.put("episodes", rate.episodes());
  }

  private static void estimate(ObjectNode node, Estimate estimate) {
    number(node, "value", estimate.value());
    number(node, "low", bound(estimate, true));
    number(node, "high", bound(estimate, false));
    node.put("n", estimate.n());
    node.put("method", estimate.method());
  }

  private static OptionalDouble bound(Estimate estimate, boolean lower) {
    Optional<Double> bound =
        estimate.interval().map(range -> lower ? range.lower() : range.upper());
    return bound.filter(Double::isFinite).map(OptionalDouble::of).orElse(OptionalDouble.empty());
  }

  private static void number(ObjectNode node, String name, OptionalDouble value) {
    if (value.isPresent()) {
      node.put(name, value.getAsDouble());
    } else {
      node.putNull(name);
    }
  }
}
