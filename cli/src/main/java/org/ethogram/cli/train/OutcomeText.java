package org.ethogram.cli.train;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import org.ethogram.cli.display.DisplayMode;
import org.ethogram.cli.display.JsonLines;
import org.ethogram.lab.training.TrainingOutcome;

/** What a training says when it ends. */
final class OutcomeText {
  private OutcomeText() {}

  static void print(
      PrintWriter output, PrintWriter errors, DisplayMode mode, TrainingOutcome outcome) {
    if (!outcome.leftOut().isEmpty()) {
      errors.println(
          "warning: "
              + outcome.leftOut().size()
              + " rows of the data were left out, the first: "
              + outcome.leftOut().getFirst());
    }
    if (mode == DisplayMode.JSON) {
      Map<String, Object> line = new LinkedHashMap<>();
      line.put("event", "trained");
      line.put("folder", outcome.folder().toString());
      line.put("was_finished", outcome.wasFinished());
      line.put("rows_left_out", outcome.leftOut());
      JsonLines.print(output, line);
    } else {
      output.println(
          outcome.wasFinished()
              ? "finished before; nothing was done: " + outcome.folder()
              : "trained: " + outcome.folder());
      output.flush();
    }
    errors.flush();
  }
}
