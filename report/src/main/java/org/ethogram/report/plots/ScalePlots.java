package org.ethogram.report.plots;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.ethogram.report.figure.Figure;
import org.ethogram.report.figure.Panel;
import org.ethogram.report.figure.Point;
import org.ethogram.report.figure.Series;
import org.ethogram.report.findings.Along;
import org.ethogram.report.findings.Findings;
import org.ethogram.report.findings.Reading;
import org.ethogram.report.findings.Slice;
import org.ethogram.report.findings.TrendFinding;

/** A measure against model size and against training tokens. */
final class ScalePlots {
  private final Findings findings;
  private final Plotting plotting;

  ScalePlots(Findings findings) {
    this.findings = findings;
    this.plotting = new Plotting(findings);
  }

  Figure bySize(String measure) {
    return Figure.of(
        measure + "-by-size",
        title(measure, Along.SIZE),
        "A point is the last checkpoint of one training run, all games and scripted opponents"
            + " together; bars are 95% intervals clustered by prompt variant. The line is the"
            + " fitted law with its 95% interval; the dashed line is the reference, which enters no"
            + " law.",
        sizePanel(measure, Reading.ALL_EPISODES, ""));
  }

  /** The same measure from all episodes and from those that were understood. */
  Figure byGate(String measure) {
    return new Figure(
        measure + "-by-comprehension-gate",
        title(measure, Along.SIZE) + " With and without the comprehension gate",
        "Left: all episodes. Right: only episodes in which the subject passed the comprehension"
            + " gate; a size without such episodes has no point.",
        2,
        List.of(
            sizePanel(measure, Reading.ALL_EPISODES, "All episodes"),
            sizePanel(measure, Reading.UNDERSTOOD_EPISODES, "Understood episodes only")));
  }

  private Panel sizePanel(String measure, Reading reading, String title) {
    Optional<TrendFinding> trend = findings.trend(measure, Along.SIZE, reading);
    List<Series> series = new ArrayList<>();
    trend.map(Plotting::law).ifPresent(series::add);
    series.addAll(plotting.finals(measure, Slice.ALL, reading, false));
    return new Panel(
        title,
        plotting.axis(Along.SIZE),
        plotting.axis(measure),
        series,
        plotting.truth(measure, Slice.ALL),
        trend.map(Plotting::note).orElse(""));
  }

  Figure byTraining(String measure) {
    List<Series> series = new ArrayList<>();
    for (String size : findings.lineage().sizes()) {
      List<Point> fit =
          findings
              .detail(Along.TRAINING, Slice.ALL, Optional.of(size))
              .filter(law -> law.measure().name().equals(measure))
              .map(Plotting::curve)
              .orElse(List.of());
      series.addAll(plotting.training(size, measure, Slice.ALL, fit));
    }
    return Figure.of(
        measure + "-by-training",
        title(measure, Along.TRAINING),
        "A point is one checkpoint; a thin line joins the checkpoints of one training run. Bars are"
            + " 95% intervals clustered by prompt variant, moved aside where they would cover each"
            + " other. The strong lines are the law of each size. Step 0 stands apart because 0 has"
            + " no place on a logarithmic axis; it enters no law.",
        new Panel(
            "",
            plotting.axis(Along.TRAINING),
            plotting.axis(measure),
            series,
            plotting.truth(measure, Slice.ALL),
            findings
                .trend(measure, Along.TRAINING, Reading.ALL_EPISODES)
                .map(Plotting::note)
                .orElse("")));
  }

  private String title(String measure, Along along) {
    return "Does "
        + plotting.measure(measure).title().toLowerCase(Locale.ROOT)
        + " change with "
        + along.title()
        + "?";
  }
}
