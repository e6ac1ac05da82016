package org.ethogram.report.page;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.ethogram.evaluations.Outcome;
import org.ethogram.lab.store.RunDescription;
import org.ethogram.report.figure.Figure;
import org.ethogram.report.figure.Ink;
import org.ethogram.report.figure.SvgFigure;
import org.ethogram.report.findings.Along;
import org.ethogram.report.findings.Answer;
import org.ethogram.report.findings.Cohort;
import org.ethogram.report.findings.Findings;
import org.ethogram.report.findings.Reading;
import org.ethogram.report.plots.Plots;
import org.ethogram.report.tables.RunTables;
import org.ethogram.report.tables.Table;

/**
 * What the template of the page asks for.
 *
 * <p>The template escapes every text; only figures drawn by {@link SvgFigure}, which escapes its
 * own, the specifications of charts, the script and the style sheet go in as they are.
 */
public final class Page {
  private final Findings findings;
  private final List<Section> sections;
  private final Set<String> pictures;
  private final List<String> dataFiles;
  private final RunTables runTables;

  /**
   * A part of the page.
   *
   * @param folded tables that open on demand
   */
  public record Section(
      String anchor,
      String title,
      List<String> paragraphs,
      List<Figure> figures,
      List<Table> tables,
      List<Table> folded) {
    public Section {
      paragraphs = List.copyOf(paragraphs);
      figures = List.copyOf(figures);
      tables = List.copyOf(tables);
      folded = List.copyOf(folded);
    }
  }

  /**
   * @param pictures names of the figures that have a PNG beside their SVG
   * @param dataFiles names of the tables in the folder {@code data} that are not a figure's
   */
  public Page(Findings findings, Plots plots, Set<String> pictures, List<String> dataFiles) {
    this.findings = findings;
    this.sections = new Sections(findings, plots).all();
    this.pictures = Set.copyOf(pictures);
    this.dataFiles = List.copyOf(dataFiles);
    this.runTables = new RunTables(findings);
  }

  /** The whole document. */
  public String html() {
    return Templates.render("index.jte", this);
  }

  public String style() {
    return StyleSheet.text();
  }

  public RunDescription run() {
    return findings.run();
  }

  public String title() {
    String question = findings.run().question();
    return question.isBlank() ? findings.run().studyName() : question;
  }

  public String cohort() {
    return Cohort.sentence(findings.lineage());
  }

  /** What was run, in one line. */
  public String facts() {
    return "%,d of %,d episodes scored · seed %d · %s"
        .formatted(
            findings.counts().of(Outcome.SCORED),
            findings.counts().planned(),
            findings.run().seed().value(),
            DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm 'UTC'", Locale.ENGLISH)
                .format(findings.run().started().atOffset(ZoneOffset.UTC)));
  }

  public List<Answer> answers() {
    return List.of(
        Answer.of(findings, Along.SIZE, Reading.ALL_EPISODES),
        Answer.of(findings, Along.TRAINING, Reading.ALL_EPISODES));
  }

  public String styleOf(Answer answer) {
    return switch (answer.verdict()) {
      case RISES -> "up";
      case FALLS -> "down";
      case U, INVERSE_U -> "bend";
      case FLAT -> "level";
      case NOT_ENOUGH_DATA -> "unknown";
    };
  }

  public boolean nothingScored() {
    return findings.counts().of(Outcome.SCORED) == 0;
  }

  public List<Section> sections() {
    return sections;
  }

  public String draw(Figure figure) {
    return SvgFigure.render(figure, Ink.PAGE);
  }

  public String chart(Figure figure) {
    return ChartAssets.specification(figure);
  }

  public String script() {
    return ChartAssets.script();
  }

  public boolean hasPicture(Figure figure) {
    return pictures.contains(figure.name());
  }

  public Table provenance() {
    return runTables.provenance();
  }

  public Table models() {
    return runTables.models();
  }

  public List<String> dataFiles() {
    return dataFiles;
  }
}
