package org.ethogram.report.tables;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ethogram.lab.store.Subject;
import org.ethogram.report.findings.Along;
import org.ethogram.report.findings.Findings;
import org.ethogram.report.findings.Lineage;
import org.ethogram.report.findings.Measure;
import org.ethogram.report.findings.MeasureCatalogue;
import org.ethogram.report.findings.Numbers;
import org.ethogram.report.findings.RateFinding;
import org.ethogram.report.findings.Reading;
import org.ethogram.report.findings.Slice;
import org.ethogram.report.tables.Table.Cell;

/** What the subjects did, measure by measure. */
public final class MeasureTables {
  private final Findings findings;

  public MeasureTables(Findings findings) {
    this.findings = findings;
  }

  /** A column for each last checkpoint and each reference, a row for each measure. */
  public Table finals(List<Measure> measures, String title) {
    List<Subject> columns = new ArrayList<>(findings.lineage().finals());
    columns.addAll(findings.lineage().references());
    List<String> head = new ArrayList<>(List.of("Measure"));
    columns.forEach(subject -> head.add(subject.label()));
    List<List<Cell>> rows = new ArrayList<>();
    for (Measure measure : measures) {
      List<Cell> row = new ArrayList<>();
      row.add(Cell.words(measure.title(), measure.meaning()));
      for (Subject subject : columns) {
        row.add(cell(findings.rates().of(subject, measure.name()), measure));
      }
      rows.add(row);
    }
    return new Table(
        title,
        "Last checkpoint of each training run; all games and scripted opponents together. Below a"
            + " value its 95% interval clustered by prompt variant, numerator / denominator, and n,"
            + " the prompt variants.",
        head,
        rows);
  }

  /** Every measure that the study holds and that says something over all games. */
  public List<Measure> behaviours() {
    List<String> apart =
        List.of(
            MeasureCatalogue.COMPREHENSION,
            MeasureCatalogue.COMPREHENSION_CHANCE,
            MeasureCatalogue.GATE,
            MeasureCatalogue.LABEL_MASS,
            MeasureCatalogue.LEFT_OUT_MASS,
            "comprehension-probability",
            "word-rate",
            "cooperation-in-round");
    return measures().stream()
        .filter(measure -> !apart.contains(measure.name()))
        .filter(measure -> !MeasureCatalogue.BIASES.contains(measure.name()))
        .toList();
  }

  private List<Measure> measures() {
    return findings.rates().all().stream()
        .filter(rate -> rate.slice().equals(Slice.ALL))
        .map(RateFinding::measure)
        .distinct()
        .sorted(MeasureCatalogue.ORDER)
        .toList();
  }

  /** A row for each subject: the headline beside comprehension and the bias terms. */
  public Table checkpoints(List<Subject> subjects, String title) {
    Measure headline = MeasureCatalogue.named(findings.headline(), Measure.Kind.RATE);
    List<String> head =
        new ArrayList<>(
            List.of("Subject", "Parameters", "Tokens", "n", headline.title(), "if understood"));
    List<String> beside = new ArrayList<>(List.of(MeasureCatalogue.COMPREHENSION));
    beside.addAll(MeasureCatalogue.BIASES);
    beside.add(1, MeasureCatalogue.COMPREHENSION_CHANCE);
    beside.add(MeasureCatalogue.LABEL_MASS);
    beside.removeIf(measure -> !findings.rates().holds(measure));
    beside.forEach(measure -> head.add(MeasureCatalogue.named(measure, Measure.Kind.RATE).title()));
    List<List<Cell>> rows = new ArrayList<>();
    for (Subject subject : subjects) {
      List<Cell> row = new ArrayList<>();
      row.add(Cell.words(subject.label()));
      row.add(Cell.number(Numbers.count(Lineage.place(subject, Along.SIZE))));
      row.add(Cell.number(Numbers.count(Lineage.place(subject, Along.TRAINING))));
      Optional<RateFinding> own = findings.rates().of(subject, headline.name());
      row.add(Cell.number(own.map(rate -> "" + rate.estimate().n()).orElse("0")));
      row.add(cell(own, headline));
      row.add(
          cell(
              findings.rates().of(subject, headline.name(), Slice.ALL, Reading.UNDERSTOOD_EPISODES),
              headline));
      for (String measure : beside) {
        Measure known = MeasureCatalogue.named(measure, Measure.Kind.RATE);
        row.add(cell(findings.rates().of(subject, measure), known));
      }
      rows.add(row);
    }
    return new Table(
        title,
        "Intervals are at 95% and clustered by prompt variant, which n counts. A reader without"
            + " bias follows the first-mentioned word and the first rule half of the time.",
        head,
        rows);
  }

  private static Cell cell(Optional<RateFinding> found, Measure measure) {
    if (found.isEmpty() || found.get().estimate().value().isEmpty()) {
      return Cell.number(Numbers.NOT_AVAILABLE);
    }
    RateFinding rate = found.get();
    boolean known =
        rate.subject().reference() || measure.name().equals(MeasureCatalogue.COMPREHENSION_CHANCE);
    return Cell.number(
        Numbers.value(rate.estimate().value(), measure.kind()),
        known ? "" : Numbers.interval(rate.estimate().interval(), measure.kind()).strip(),
        detail(rate, measure));
  }

  private static String detail(RateFinding rate, Measure measure) {
    String n = "n=" + rate.estimate().n();
    return measure.kind() == Measure.Kind.DIFFERENCE
        ? n
        : Numbers.decimal(rate.total().numerator(), 1)
            + " / "
            + Numbers.decimal(rate.total().denominator(), 1)
            + ", "
            + n;
  }
}
