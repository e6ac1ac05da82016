package org.ethogram.report.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.ethogram.evaluations.Outcome;
import org.ethogram.report.figure.Figure;
import org.ethogram.report.findings.Along;
import org.ethogram.report.findings.Answer;
import org.ethogram.report.findings.Counts;
import org.ethogram.report.findings.Findings;
import org.ethogram.report.findings.Measure;
import org.ethogram.report.findings.MeasureCatalogue;
import org.ethogram.report.findings.Reading;
import org.ethogram.report.findings.TrendFinding;
import org.ethogram.report.page.Page.Section;
import org.ethogram.report.plots.Plots;
import org.ethogram.report.tables.JointTable;
import org.ethogram.report.tables.LossTable;
import org.ethogram.report.tables.MeasureTables;
import org.ethogram.report.tables.RunTables;
import org.ethogram.report.tables.Table;
import org.ethogram.report.tables.VerdictTable;

/** The page's sections in the order of reading; those without content are left out. */
final class Sections {
  private final Findings findings;
  private final Plots plots;
  private final MeasureTables measures;
  private final RunTables run;

  Sections(Findings findings, Plots plots) {
    this.findings = findings;
    this.plots = plots;
    this.measures = new MeasureTables(findings);
    this.run = new RunTables(findings);
  }

  List<Section> all() {
    return Stream.of(
            headline(), competence(), slices(), behaviours(), losses(), verdicts(), leftOut())
        .filter(
            section ->
                !section.figures().isEmpty()
                    || section.tables().stream().anyMatch(table -> !table.isEmpty()))
        .toList();
  }

  private Section headline() {
    return new Section(
        "headline",
        title() + " and scale",
        List.of(),
        plots.headline(),
        List.of(),
        folded(
            measures.checkpoints(
                findings.lineage().subjects(),
                title() + ", comprehension and biases of every checkpoint")));
  }

  private Section competence() {
    List<String> paragraphs = new ArrayList<>();
    paragraphs.add(
        "A model that cannot read the game has no preference in it. What it understood, and what"
            + " its choices follow beside the game, stands here before anything is read into its"
            + " behaviour.");
    if (findings.isGated()) {
      for (Along along : Along.values()) {
        Answer answer = Answer.of(findings, along, Reading.UNDERSTOOD_EPISODES);
        paragraphs.add("With the comprehension gate: " + answer.claim() + " " + answer.evidence());
      }
    }
    List<Measure> beside =
        Stream.concat(
                Stream.of(
                    findings.headline(),
                    MeasureCatalogue.COMPREHENSION,
                    MeasureCatalogue.COMPREHENSION_CHANCE,
                    MeasureCatalogue.GATE),
                MeasureCatalogue.BIASES.stream())
            .filter(findings.rates()::holds)
            .map(measure -> MeasureCatalogue.named(measure, Measure.Kind.RATE))
            .toList();
    return new Section(
        "competence",
        "Competence before preference",
        paragraphs,
        plots.competence(),
        List.of(measures.finals(beside, title() + " beside comprehension and the bias terms")),
        List.of());
  }

  private Section slices() {
    return new Section(
        "slices",
        "Game by game, opponent by opponent",
        List.of(),
        plots.slices(),
        List.of(),
        List.of());
  }

  private Section behaviours() {
    List<Measure> behaviours = measures.behaviours();
    List<Table> tables =
        behaviours.isEmpty()
            ? List.of()
            : List.of(measures.finals(behaviours, "All measures of play"));
    return new Section(
        "behaviours",
        "Spitefulness and the other measures",
        List.of(),
        plots.behaviours(),
        tables,
        List.of());
  }

  private Section losses() {
    return new Section(
        "losses",
        "Loss",
        List.of(),
        plots.losses(),
        List.of(LossTable.of(findings.lossLaws())),
        List.of());
  }

  private Section verdicts() {
    List<Table> tables = new ArrayList<>();
    for (Reading reading : Reading.values()) {
      List<TrendFinding> trends =
          findings.trends().stream().filter(trend -> trend.reading() == reading).toList();
      tables.add(
          VerdictTable.of(
              trends,
              "Verdicts from " + reading.label(),
              "Slopes are on the scale of the law (logits for rates) for ten times the parameters"
                  + " or tokens, with 95% intervals; p-values are corrected by Holm's method over"
                  + " this table. Largest held out: the law fitted without the largest place, asked"
                  + " to predict it."));
    }
    tables.add(JointTable.of(findings.joint()));
    Table details =
        VerdictTable.of(
            findings.details(),
            title() + " by size, game and opponent",
            "A look behind the verdicts; corrected together, apart from the tables above.");
    return new Section(
        "verdicts", "Verdicts", List.of(), List.<Figure>of(), tables, folded(details));
  }

  private Section leftOut() {
    Counts counts = findings.counts();
    String sentence =
        "%,d episodes were planned. %,d were scored, %,d could not be parsed, %,d were refused, %,d failed, %,d were not run."
            .formatted(
                counts.planned(),
                counts.of(Outcome.SCORED),
                counts.of(Outcome.UNPARSED),
                counts.of(Outcome.REFUSED),
                counts.of(Outcome.ERRORED),
                counts.missing());
    Optional<TrendFinding> training =
        findings.trend(findings.headline(), Along.TRAINING, Reading.ALL_EPISODES);
    List<String> paragraphs = new ArrayList<>(List.of(sentence));
    training
        .map(trend -> trend.trend().extent().dropped())
        .filter(dropped -> dropped > 0)
        .ifPresent(
            dropped ->
                paragraphs.add(
                    "%,d observations at step 0 are shown but enter no law along training, because 0 has no place on a logarithmic axis."
                        .formatted(dropped)));
    return new Section(
        "left-out",
        "What was left out",
        paragraphs,
        List.of(),
        List.of(run.outcomes(), run.reasons()),
        folded(run.masses()));
  }

  private static List<Table> folded(Table table) {
    return table.isEmpty() ? List.of() : List.of(table);
  }

  private String title() {
    return MeasureCatalogue.named(findings.headline(), Measure.Kind.RATE).title();
  }
}
