package org.ethogram.report.tables;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.ethogram.core.Provenance;
import org.ethogram.evaluations.Outcome;
import org.ethogram.lab.store.Subject;
import org.ethogram.models.ModelIdentity;
import org.ethogram.report.findings.Along;
import org.ethogram.report.findings.Counts;
import org.ethogram.report.findings.Findings;
import org.ethogram.report.findings.Lineage;
import org.ethogram.report.findings.Measure;
import org.ethogram.report.findings.MeasureCatalogue;
import org.ethogram.report.findings.Numbers;
import org.ethogram.report.findings.RateFinding;
import org.ethogram.report.tables.Table.Cell;

/** How a study was run: what was left out, on which models, by which code. */
public final class RunTables {
  private final Findings findings;

  public RunTables(Findings findings) {
    this.findings = findings;
  }

  /** What became of the planned episodes, subject by subject. */
  public Table outcomes() {
    Counts counts = findings.counts();
    List<List<Cell>> rows = new ArrayList<>();
    rows.add(outcomeRow("All subjects", counts.outcomes()));
    for (Subject subject : findings.lineage().subjects()) {
      Map<Outcome, Long> own = counts.bySubject().getOrDefault(subject.label(), Map.of());
      boolean clean = own.keySet().equals(Set.of(Outcome.SCORED));
      if (!clean) {
        rows.add(outcomeRow(subject.label(), own));
      }
    }
    return new Table(
        "Outcomes of episodes",
        counts.planned()
            + " planned, "
            + counts.missing()
            + " not run. Subjects whose episodes were all scored are not listed.",
        List.of("Subject", "Scored", "Unparsed", "Refused", "Errored"),
        rows);
  }

  private static List<Cell> outcomeRow(String label, Map<Outcome, Long> outcomes) {
    List<Cell> row = new ArrayList<>(List.of(Cell.words(label)));
    for (Outcome outcome : Outcome.values()) {
      row.add(Cell.number(Long.toString(outcomes.getOrDefault(outcome, 0L))));
    }
    return row;
  }

  /** Why episodes were not scored. */
  public Table reasons() {
    List<List<Cell>> rows = new ArrayList<>();
    findings
        .counts()
        .notes()
        .forEach(
            (note, count) ->
                rows.add(
                    List.of(
                        Cell.number(count.toString()),
                        Cell.words(note.isEmpty() ? "no reason given" : note))));
    return new Table("Why episodes were not scored", "", List.of("Episodes", "Reason"), rows);
  }

  /** What exact play did not follow, and what fell beside the action words. */
  public Table masses() {
    List<List<Cell>> rows = new ArrayList<>();
    for (Subject subject : findings.lineage().subjects()) {
      List<Cell> row = new ArrayList<>(List.of(Cell.words(subject.label())));
      boolean known = false;
      for (String mass : List.of(MeasureCatalogue.LEFT_OUT_MASS, MeasureCatalogue.LABEL_MASS)) {
        var rate = findings.rates().of(subject, mass);
        known |= rate.isPresent();
        row.add(
            rate.map(RateFinding::estimate)
                .map(
                    estimate ->
                        Cell.number(
                            Numbers.value(estimate.value(), Measure.Kind.RATE),
                            Numbers.interval(estimate.interval(), Measure.Kind.RATE).strip(),
                            ""))
                .orElse(Cell.number(Numbers.NOT_AVAILABLE)));
      }
      if (known) {
        rows.add(row);
      }
    }
    return new Table(
        "Probability beside the measures",
        "Left out: the histories that exact play did not follow; a rate over all rounds is off by"
            + " at most this much. On action words: how much of the subject's answer was an action"
            + " word at all, before it was renormalised over the action words.",
        List.of("Subject", "Left out", "On action words"),
        rows);
  }

  /** The models, exactly enough to find them again. */
  public Table models() {
    List<List<Cell>> rows = new ArrayList<>();
    for (Subject subject : findings.lineage().subjects()) {
      ModelIdentity identity = subject.identity();
      rows.add(
          List.of(
              Cell.words(subject.label()),
              Cell.words(identity.name()),
              Cell.words(identity.revision()),
              Cell.words(identity.architecture()),
              Cell.number(Numbers.count(Lineage.place(subject, Along.SIZE))),
              Cell.number(Numbers.count(Lineage.place(subject, Along.TRAINING))),
              Cell.code(identity.weightsHash()),
              Cell.code(identity.tokenizerHash())));
    }
    return new Table(
        "Models",
        "Non-embedding parameters; SHA-256 of weights and tokenizer.",
        List.of(
            "Subject",
            "Model",
            "Revision",
            "Architecture",
            "Parameters",
            "Tokens",
            "Weights",
            "Tokenizer"),
        rows);
  }

  public Table provenance() {
    Provenance provenance = findings.run().provenance();
    List<List<Cell>> rows = new ArrayList<>();
    rows.add(row("Started", findings.run().started().toString()));
    rows.add(row("Seed", Long.toString(findings.run().seed().value())));
    rows.add(row("Ethogram", provenance.code()));
    rows.add(row("Java", provenance.java()));
    rows.add(row("Operating system", provenance.operatingSystem()));
    rows.add(row("Device", provenance.device()));
    new TreeMap<>(provenance.libraries())
        .forEach((library, version) -> rows.add(row(library, version)));
    return new Table("Provenance", "", List.of("What", "Which"), rows);
  }

  private static List<Cell> row(String name, String value) {
    return List.of(Cell.words(name), Cell.words(value));
  }
}
