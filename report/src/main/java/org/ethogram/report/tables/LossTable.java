package org.ethogram.report.tables;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.ethogram.report.findings.LossFinding;
import org.ethogram.report.tables.Table.Cell;
import org.ethogram.stats.laws.fits.LawFit;

/** The parameters of the loss laws. */
public final class LossTable {
  private LossTable() {}

  public static Table of(List<LossFinding> losses) {
    List<List<Cell>> rows = new ArrayList<>();
    for (LossFinding loss : losses) {
      if (loss.fit().isEmpty()) {
        rows.add(List.of(Cell.words(loss.loss()), Cell.words("no law"), Cell.words(loss.reason())));
        continue;
      }
      LawFit fit = loss.fit().get();
      String n = fit.points().size() + " points, " + fit.clusters() + " training runs";
      fit.parameters()
          .forEach(
              (name, estimate) ->
                  rows.add(
                      List.of(
                          Cell.words(loss.loss(), n),
                          Cell.words(name),
                          Cell.number(
                              estimate.value().isPresent()
                                  ? written(estimate.value().getAsDouble())
                                  : "n/a",
                              estimate
                                  .interval()
                                  .map(
                                      range ->
                                          "[%s, %s]"
                                              .formatted(
                                                  written(range.lower()), written(range.upper())))
                                  .orElse(""),
                              ""))));
    }
    return new Table(
        "L = E + A/N^alpha + B/D^beta",
        "N: non-embedding parameters, D: training tokens, L: nats per token. Fitted by Huber's loss"
            + " on logarithms from many starts (Hoffmann et al. 2022); 95% intervals from"
            + " resampling training runs. Step 0, and checkpoints whose loss stands"
            + " above that before training, are no points of the law.",
        List.of("Loss", "Parameter", "Value"),
        rows);
  }

  private static String written(double value) {
    return String.format(Locale.ROOT, "%.3g", value);
  }
}
