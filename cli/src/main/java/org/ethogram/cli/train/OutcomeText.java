package org.ethogram.cli.train;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.ethogram.cli.display.DisplayMode;
import org.ethogram.cli.display.JsonLines;
import org.ethogram.lab.training.CheckpointLoss;
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
      if (!outcome.losses().isEmpty()) {
        CheckpointLoss last = outcome.losses().getLast();
        line.put("step", last.step());
        line.put("tokens", last.tokens());
        last.training().ifPresent(loss -> line.put("training_loss", loss));
        last.heldOut().ifPresent(loss -> line.put("held_out_loss", loss));
        last.standardError().ifPresent(error -> line.put("held_out_standard_error", error));
        last.sequences().ifPresent(count -> line.put("held_out_sequences", count));
      }
      line.put("rows_left_out", outcome.leftOut());
      JsonLines.print(output, line);
    } else {
      output.println(
          outcome.wasFinished()
              ? "finished before; nothing was done: " + outcome.folder()
              : "trained: " + outcome.folder() + losses(outcome));
      output.flush();
    }
    errors.flush();
  }

  private static String losses(TrainingOutcome outcome) {
    if (outcome.losses().isEmpty() || outcome.losses().getLast().heldOut().isEmpty()) {
      return "";
    }
    CheckpointLoss last = outcome.losses().getLast();
    return String.format(
        Locale.ROOT,
        "%nheld-out loss after %,d steps: %.4f%s nats a predicted token (n = %,d sequences)",
        last.step(),
        last.heldOut().getAsDouble(),
        last.standardError().isPresent()
            ? String.format(Locale.ROOT, " ± %.4f", 1.96 * last.standardError().getAsDouble())
            : "",
        last.sequences().orElse(0));
  }
}
