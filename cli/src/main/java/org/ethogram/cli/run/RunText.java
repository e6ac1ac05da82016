package org.ethogram.cli.run;

import java.io.PrintWriter;
import java.util.Locale;
import org.ethogram.cli.display.DisplayMode;
import org.ethogram.evaluations.Outcome;
import org.ethogram.lab.run.RunSummary;
import org.ethogram.report.Report;
import org.ethogram.report.text.TextReport;

/** What a run says when it ends: the report's own numbers, and how the episodes ended. */
final class RunText {
  private RunText() {}

  static void print(
      PrintWriter output,
      PrintWriter errors,
      DisplayMode mode,
      RunSummary summary,
      Report.Written report) {
    summary.warnings().forEach(warning -> errors.println("warning: " + warning));
    if (mode != DisplayMode.JSON) {
      output.println(TextReport.of(report.findings()));
      output.flush();
    }
    errors.printf(
        Locale.ROOT,
        "%,d episodes scored, %,d unparsed, %,d refused, %,d errored; %,d were done before; %,d are"
            + " left%n",
        summary.count(Outcome.SCORED),
        summary.count(Outcome.UNPARSED),
        summary.count(Outcome.REFUSED),
        summary.count(Outcome.ERRORED),
        summary.skipped(),
        summary.left());
    summary
        .limits()
        .forEach((subject, limit) -> errors.println("'" + subject + "' stopped: " + limit));
    errors.println("report: " + report.index());
    errors.flush();
  }
}
