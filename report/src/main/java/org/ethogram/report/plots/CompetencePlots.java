package org.ethogram.report.plots;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.ethogram.lab.store.Subject;
import org.ethogram.report.figure.Axis;
import org.ethogram.report.figure.Figure;
import org.ethogram.report.figure.Panel;
import org.ethogram.report.figure.Point;
import org.ethogram.report.figure.ReferenceLine;
import org.ethogram.report.figure.Series;
import org.ethogram.report.figure.Series.Marker;
import org.ethogram.report.figure.Tone;
import org.ethogram.report.findings.Along;
import org.ethogram.report.findings.Findings;
import org.ethogram.report.findings.MeasureCatalogue;
import org.ethogram.report.findings.Reading;
import org.ethogram.report.findings.Slice;

/** Competence before preference: what the subjects understood, and what else they followed. */
final class CompetencePlots {
  private static final String KIND = "kind";

  private final Findings findings;
  private final Plotting plotting;

  CompetencePlots(Findings findings) {
    this.findings = findings;
    this.plotting = new Plotting(findings);
  }

  /** Comprehension against training, size by size, with the level of guessing. */
  Figure byTraining() {
    return curves(
        "comprehension-by-training",
        "Have they read the game?",
        "Questions with known answers. A point is one checkpoint; bars are 95% intervals clustered"
            + " by prompt variant. Below the dashed line of chance nothing was understood.",
        1,
        List.of(Slice.ALL));
  }

  /** One panel for each kind of question. */
  Figure byKind() {
    List<Slice> kinds =
        findings.rates().slices(MeasureCatalogue.COMPREHENSION).stream()
            .filter(slice -> slice.game().isEmpty() && slice.conditions().containsKey(KIND))
            .toList();
    return curves(
        "comprehension-by-kind",
        "What have they read?",
        "One panel for each kind of question. A point is one checkpoint; bars are 95% intervals"
            + " clustered by prompt variant.",
        3,
        kinds);
  }

  private Figure curves(
      String name, String title, String caption, int columns, List<Slice> slices) {
    List<Panel> panels = new ArrayList<>();
    for (Slice slice : slices) {
      List<Series> series = new ArrayList<>();
      for (String size : findings.lineage().sizes()) {
        series.addAll(plotting.training(size, MeasureCatalogue.COMPREHENSION, slice, List.of()));
      }
      List<ReferenceLine> lines =
          new ArrayList<>(plotting.truth(MeasureCatalogue.COMPREHENSION, slice));
      chance(slice).ifPresent(level -> lines.add(new ReferenceLine("chance", level, Tone.MUTED)));
      panels.add(
          new Panel(
              Spoken.name(slice.conditions().getOrDefault(KIND, "")),
              plotting.axis(Along.TRAINING),
              plotting.axis(MeasureCatalogue.COMPREHENSION),
              series,
              lines,
              ""));
    }
    return new Figure(name, title, caption, columns, panels);
  }

  private OptionalDouble chance(Slice slice) {
    return findings.lineage().measured().stream()
        .flatMap(
            subject ->
                findings
                    .rates()
                    .of(subject, MeasureCatalogue.COMPREHENSION_CHANCE, slice, Reading.ALL_EPISODES)
                    .stream())
        .map(rate -> rate.estimate().value())
        .filter(OptionalDouble::isPresent)
        .findFirst()
        .orElse(OptionalDouble.empty());
  }

  /** What choices follow beside the game, against size. */
  Figure biases() {
    List<Panel> panels = new ArrayList<>();
    for (String bias : MeasureCatalogue.BIASES) {
      List<Series> series = plotting.finals(bias, Slice.ALL, Reading.ALL_EPISODES, true);
      boolean half = !bias.equals("repetition-rate");
      panels.add(
          new Panel(
              plotting.measure(bias).title(),
              plotting.axis(Along.SIZE),
              plotting.axis(bias),
              series,
              half ? List.of(new ReferenceLine("no bias", 0.5, Tone.MUTED)) : List.of(),
              ""));
    }
    panels.removeIf(panel -> panel.series().stream().allMatch(one -> one.points().isEmpty()));
    return new Figure(
        "biases-by-size",
        "What else do choices follow?",
        "Last checkpoints. Over the full crossing of labels, rule order and mention order a reader"
            + " without bias follows the first-mentioned word and the first rule half of the time.",
        3,
        panels);
  }

  /** The headline against comprehension: every checkpoint of every run. */
  Figure preference() {
    List<Series> series = new ArrayList<>();
    for (String size : findings.lineage().sizes()) {
      List<Point> points = new ArrayList<>();
      for (Subject subject : findings.lineage().ofSize(size)) {
        OptionalDouble understood =
            findings
                .rates()
                .of(subject, MeasureCatalogue.COMPREHENSION)
                .map(rate -> rate.estimate().value())
                .orElse(OptionalDouble.empty());
        findings
            .rates()
            .of(subject, findings.headline())
            .flatMap(rate -> Plotting.point(understood, rate))
            .ifPresent(points::add);
      }
      series.add(
          new Series(size, true, plotting.tone(size), Marker.CIRCLE, points, false, List.of()));
    }
    String headline = plotting.measure(findings.headline()).title();
    return Figure.of(
        findings.headline() + "-by-comprehension",
        headline + " and comprehension",
        "Every checkpoint. A preference that appears only where comprehension is at chance is no"
            + " preference. Bars are 95% intervals of "
            + headline.toLowerCase(Locale.ROOT)
            + " clustered by prompt variant.",
        new Panel(
            "",
            Axis.rate("comprehension", "Comprehension"),
            plotting.axis(findings.headline()),
            series,
            plotting.truth(findings.headline(), Slice.ALL),
            ""));
  }
}
