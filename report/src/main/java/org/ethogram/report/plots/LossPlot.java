package org.ethogram.report.plots;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.ethogram.lab.store.Subject;
import org.ethogram.lab.store.SubjectLoss;
import org.ethogram.report.figure.Axis;
import org.ethogram.report.figure.Figure;
import org.ethogram.report.figure.Panel;
import org.ethogram.report.figure.Point;
import org.ethogram.report.figure.ReferenceLine;
import org.ethogram.report.figure.Series;
import org.ethogram.report.figure.Tone;
import org.ethogram.report.findings.Along;
import org.ethogram.report.findings.Findings;
import org.ethogram.report.findings.Lineage;
import org.ethogram.stats.laws.fits.LawFit;

/** Loss against training tokens, size by size, with the law of both. */
final class LossPlot {
  private static final int STEPS = 40;

  private final Findings findings;
  private final Plotting plotting;

  LossPlot(Findings findings) {
    this.findings = findings;
    this.plotting = new Plotting(findings);
  }

  Figure byTraining() {
    Map<String, Map<String, SubjectLoss>> byName = new TreeMap<>();
    for (SubjectLoss loss : findings.losses()) {
      byName.computeIfAbsent(loss.loss(), name -> new TreeMap<>()).put(loss.subject(), loss);
    }
    List<Panel> panels = new ArrayList<>();
    byName.forEach((name, losses) -> panels.add(panel(name, losses, byName.size() > 1)));
    return new Figure(
        "loss-by-training",
        "Does the loss fall with size and training?",
        "Mean negative log-probability of a token of held-out text. A point is one checkpoint; the"
            + " strong lines are the law L(N, D) of all sizes together.",
        Math.clamp(panels.size(), 1, 2),
        panels);
  }

  private Panel panel(String name, Map<String, SubjectLoss> losses, boolean titled) {
    List<Series> series = new ArrayList<>();
    for (String size : findings.lineage().sizes()) {
      series.addAll(plotting.training(size, run -> points(run, losses), law(name, size)));
    }
    List<ReferenceLine> references = new ArrayList<>();
    for (Subject reference : findings.lineage().references()) {
      SubjectLoss loss = losses.get(reference.label());
      if (loss != null) {
        references.add(new ReferenceLine(reference.label(), loss.nats(), Tone.TRUTH));
      }
    }
    return new Panel(
        titled ? name : "",
        plotting.axis(Along.TRAINING),
        Axis.decimal("nats_per_token", "Loss, nats per token"),
        series,
        references,
        "");
  }

  private static List<Point> points(List<Subject> run, Map<String, SubjectLoss> losses) {
    List<Point> points = new ArrayList<>();
    for (Subject subject : run) {
      SubjectLoss loss = losses.get(subject.label());
      OptionalDouble place = Lineage.place(subject, Along.TRAINING);
      if (loss != null && place.isPresent()) {
        points.add(
            new Point(
                place.getAsDouble(),
                loss.nats(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                loss.tokens()));
      }
    }
    return points;
  }

  /** The joint law at the parameters of this size, over the tokens that it saw. */
  private List<Point> law(String name, String size) {
    double[] tokens =
        findings.lineage().ofSize(size).stream()
            .mapToDouble(subject -> Lineage.place(subject, Along.TRAINING).orElse(0))
            .filter(seen -> seen > 0)
            .sorted()
            .toArray();
    OptionalDouble parameters =
        Lineage.place(findings.lineage().ofSize(size).getFirst(), Along.SIZE);
    Optional<LawFit> fit =
        findings.lossLaws().stream()
            .filter(law -> law.loss().equals(name))
            .flatMap(law -> law.fit().stream())
            .findFirst();
    if (fit.isEmpty() || parameters.isEmpty() || tokens.length < 2) {
      return List.of();
    }
    double decades = Math.log10(tokens[tokens.length - 1] / tokens[0]);
    return IntStream.rangeClosed(0, STEPS)
        .mapToDouble(step -> tokens[0] * Math.pow(10, decades * step / STEPS))
        .mapToObj(
            seen -> Point.of(seen, fit.get().predict(List.of(parameters.getAsDouble(), seen))))
        .toList();
  }
}
