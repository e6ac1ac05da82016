package org.ethogram.report.plots;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.Function;
import org.ethogram.lab.store.Subject;
import org.ethogram.report.figure.Axis;
import org.ethogram.report.figure.Point;
import org.ethogram.report.figure.ReferenceLine;
import org.ethogram.report.figure.Series;
import org.ethogram.report.figure.Series.Marker;
import org.ethogram.report.figure.Tone;
import org.ethogram.report.findings.Along;
import org.ethogram.report.findings.Answer;
import org.ethogram.report.findings.Findings;
import org.ethogram.report.findings.Lineage;
import org.ethogram.report.findings.Measure;
import org.ethogram.report.findings.Measure.Kind;
import org.ethogram.report.findings.MeasureCatalogue;
import org.ethogram.report.findings.Numbers;
import org.ethogram.report.findings.RateFinding;
import org.ethogram.report.findings.Reading;
import org.ethogram.report.findings.Slice;
import org.ethogram.report.findings.TrendFinding;
import org.ethogram.stats.Interval;

/** Points, axes and lines that the plots of one study share. */
final class Plotting {
  private final Findings findings;

  Plotting(Findings findings) {
    this.findings = findings;
  }

  Measure measure(String name) {
    return MeasureCatalogue.named(name, Kind.RATE);
  }

  Axis axis(Along along) {
    return switch (along) {
      case SIZE -> Axis.logarithmic("parameters", "Non-embedding parameters");
      case TRAINING -> Axis.logarithmic("training_tokens", "Training tokens");
    };
  }

  Axis axis(String measure) {
    Measure known = measure(measure);
    String field = measure.replace('-', '_');
    return switch (known.kind()) {
      case RATE -> Axis.rate(field, known.title());
      case DIFFERENCE -> Axis.difference(field, known.title());
      case AMOUNT -> Axis.decimal(field, known.title());
    };
  }

  /** The same colour for a size wherever it appears. */
  Tone tone(String size) {
    List<String> sizes = findings.lineage().sizes();
    return Tone.ordered(Math.max(0, sizes.indexOf(size)), sizes.size());
  }

  /** Estimates of a measure at the places of the subjects; what is not known is left out. */
  List<Point> points(
      List<Subject> subjects, Along along, String measure, Slice slice, Reading reading) {
    return subjects.stream()
        .flatMap(
            subject ->
                findings.rates().of(subject, measure, slice, reading).stream()
                    .flatMap(rate -> point(Lineage.place(subject, along), rate).stream()))
        .toList();
  }

  static Optional<Point> point(OptionalDouble x, RateFinding rate) {
    if (x.isEmpty() || rate.estimate().value().isEmpty()) {
      return Optional.empty();
    }
    Optional<Interval> interval = rate.estimate().interval();
    return Optional.of(
        new Point(
            x.getAsDouble(),
            rate.estimate().value().getAsDouble(),
            bound(interval.map(Interval::lower)),
            bound(interval.map(Interval::upper)),
            OptionalLong.of(rate.estimate().n())));
  }

  /**
   * Every checkpoint against training tokens: a series a run, the first of a size with its name.
   */
  List<Series> training(String size, String measure, Slice slice, List<Point> fit) {
    return training(
        size, run -> points(run, Along.TRAINING, measure, slice, Reading.ALL_EPISODES), fit);
  }

  List<Series> training(String size, Function<List<Subject>, List<Point>> points, List<Point> fit) {
    List<Series> series = new ArrayList<>();
    for (List<Subject> run : findings.lineage().runsOf(size)) {
      boolean first = series.isEmpty();
      series.add(
          new Series(
              first ? size : Lineage.run(run.getFirst()),
              first,
              tone(size),
              Marker.CIRCLE,
              points.apply(run),
              true,
              first ? fit : List.of()));
    }
    return series;
  }

  /** Last checkpoints against size: a series a size. */
  List<Series> finals(String measure, Slice slice, Reading reading, boolean labelled) {
    List<Series> series = new ArrayList<>();
    for (String size : findings.lineage().sizes()) {
      List<Subject> finals =
          findings.lineage().finals().stream().filter(s -> s.size().equals(size)).toList();
      List<Point> points = points(finals, Along.SIZE, measure, slice, reading);
      series.add(new Series(size, labelled, tone(size), Marker.CIRCLE, points, false, List.of()));
    }
    return series;
  }

  /** A law drawn behind the points of all sizes. */
  static Series law(TrendFinding trend) {
    return new Series("law", false, Tone.MUTED, Marker.CIRCLE, List.of(), false, curve(trend));
  }

  /** The law's curve with its interval. */
  static List<Point> curve(TrendFinding trend) {
    return Answer.drawn(trend).stream()
        .flatMap(curve -> curve.points().stream())
        .map(
            point ->
                new Point(
                    point.x(),
                    point.rate(),
                    bound(point.interval().map(Interval::lower)),
                    bound(point.interval().map(Interval::upper)),
                    OptionalLong.empty()))
        .toList();
  }

  /** What the reference subjects do, as lines. */
  List<ReferenceLine> truth(String measure, Slice slice) {
    return findings.lineage().references().stream()
        .flatMap(
            reference ->
                findings
                    .rates()
                    .of(reference, measure, slice, Reading.ALL_EPISODES)
                    .filter(rate -> rate.estimate().value().isPresent())
                    .map(
                        rate ->
                            new ReferenceLine(
                                reference.label(),
                                rate.estimate().value().getAsDouble(),
                                Tone.TRUTH))
                    .stream())
        .toList();
  }

  /** Verdict, slope and n in one line. */
  static String note(TrendFinding trend) {
    String verdict = Answer.word(trend.call().verdict());
    if (trend.trend().slope().value().isEmpty()) {
      return verdict;
    }
    return verdict
        + ": "
        + Numbers.slope(trend.trend().slope(), trend.measure().kind())
        + " "
        + Numbers.slopeUnit(trend.measure().kind())
        + ", n = "
        + trend.trend().extent().runs()
        + (trend.trend().extent().runs() == 1 ? " run" : " runs");
  }

  private static OptionalDouble bound(Optional<Double> bound) {
    return bound.filter(Double::isFinite).map(OptionalDouble::of).orElse(OptionalDouble.empty());
  }
}
