package org.ethogram.report.text;

import java.util.ArrayList;
import java.util.List;
import org.ethogram.evaluations.Outcome;
import org.ethogram.lab.store.Subject;
import org.ethogram.report.findings.Along;
import org.ethogram.report.findings.Answer;
import org.ethogram.report.findings.Cohort;
import org.ethogram.report.findings.Findings;
import org.ethogram.report.findings.Reading;
import org.ethogram.report.tables.MeasureTables;
import org.ethogram.report.tables.RunTables;
import org.ethogram.report.tables.Table;
import org.ethogram.report.tables.VerdictTable;

/** The answers, the headline by size and the verdicts, for a terminal. */
public final class TextReport {
  private static final int WIDTH = 96;

  private TextReport() {}

  public static String of(Findings findings) {
    List<String> lines = new ArrayList<>();
    if (!findings.run().question().isBlank()) {
      lines.addAll(TextTable.wrap(findings.run().question(), WIDTH));
      lines.add("");
    }
    lines.addAll(TextTable.wrap(Cohort.sentence(findings.lineage()), WIDTH));
    for (Along along : Along.values()) {
      Answer answer = Answer.of(findings, along, Reading.ALL_EPISODES);
      lines.add("");
      lines.add(answer.question() + "  " + answer.word());
      lines.addAll(TextTable.wrap(answer.claim() + " " + answer.evidence(), WIDTH));
    }
    MeasureTables measures = new MeasureTables(findings);
    List<Subject> shown = new ArrayList<>(findings.lineage().finals());
    shown.addAll(findings.lineage().references());
    table(lines, measures.checkpoints(shown, "Last checkpoints, with 95% intervals"));
    table(
        lines,
        VerdictTable.of(
                findings.trends().stream()
                    .filter(trend -> trend.reading() == Reading.ALL_EPISODES)
                    .toList(),
                "Verdicts",
                "")
            .only(
                List.of("Measure", "Along", "Verdict", "Slope per decade", "p (Holm)", "Places")));
    lines.add("");
    lines.add(
        "%,d of %,d episodes scored; %,d unparsed, %,d refused, %,d errored, %,d not run."
            .formatted(
                findings.counts().of(Outcome.SCORED),
                findings.counts().planned(),
                findings.counts().of(Outcome.UNPARSED),
                findings.counts().of(Outcome.REFUSED),
                findings.counts().of(Outcome.ERRORED),
                findings.counts().missing()));
    if (findings.counts().notScored() > 0) {
      table(lines, new RunTables(findings).reasons());
    }
    findings.run().warnings().forEach(warning -> lines.add("Warning: " + warning));
    return String.join("\n", lines) + "\n";
  }

  private static void table(List<String> lines, Table table) {
    if (!table.isEmpty()) {
      lines.add("");
      lines.add(table.title());
      lines.addAll(TextTable.lines(table));
    }
  }
}
