package org.ethogram.report.fits;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.ethogram.core.Seed;
import org.ethogram.report.figure.Axis;
import org.ethogram.report.figure.Figure;
import org.ethogram.report.figure.Panel;
import org.ethogram.report.figure.Point;
import org.ethogram.report.figure.Series;
import org.ethogram.report.figure.Series.Marker;
import org.ethogram.report.figure.Tone;
import org.ethogram.stats.Interval;
import org.ethogram.stats.laws.fits.Forecast;
import org.ethogram.stats.laws.fits.LawFit;

/** Pictures of the laws of a table: a panel a group, the points under every curve. */
public final class LawFigures {
  private static final int STEPS = 60;

  /** More series than this are not told apart by name. */
  private static final int MOST_LABELS = 12;

  private LawFigures() {}

  /** Points, law and forecasts of each group. */
  public static Figure laws(List<FittedLaw> laws, Columns columns) {
    return new Figure(
        "law",
        columns.y() + " against " + String.join(" and ", columns.x()),
        caption(laws.getFirst().fit()),
        FitPlotting.panelsBeside(laws.size()),
        laws.stream().map(law -> lawPanel(law, columns)).toList());
  }

  /** Observed minus predicted against what was predicted; a good law leaves no pattern. */
  public static Figure residuals(List<FittedLaw> laws, Columns columns) {
    List<Panel> panels = new ArrayList<>();
    for (FittedLaw law : laws) {
      List<Point> points = new ArrayList<>();
      for (int index = 0; index < law.fit().points().size(); index++) {
        double residual = law.fit().residuals().get(index);
        points.add(Point.of(law.fit().points().get(index).y() + residual, -residual));
      }
      panels.add(
          new Panel(
              law.group(),
              Axis.decimal("predicted", "Predicted " + columns.y()),
              Axis.decimal("residual", "Observed minus predicted"),
              List.of(
                  new Series(
                      "residual",
                      false,
                      Tone.category(0),
                      Marker.CIRCLE,
                      points,
                      false,
                      List.of())),
              List.of(),
              ""));
    }
    return new Figure(
        "residuals",
        "What the law leaves over",
        "A point is one row of the table; a good law leaves no pattern.",
        FitPlotting.panelsBeside(laws.size()),
        panels);
  }

  private static Panel lawPanel(FittedLaw law, Columns columns) {
    int along = mostVaried(law.observations(), columns.x().size());
    SortedSet<List<Double>> others = others(law, along);
    List<Series> series = new ArrayList<>();
    int index = 0;
    for (List<Double> other : others) {
      List<Observation> members =
          law.observations().stream().filter(one -> rest(one.x(), along).equals(other)).toList();
      series.add(
          new Series(
              others.size() == 1 ? columns.y() : name(columns, along, other),
              others.size() > 1 && others.size() <= MOST_LABELS,
              others.size() == 1 ? Tone.category(0) : Tone.ordered(index, others.size()),
              Marker.of(index),
              members.stream().map(one -> FitPlotting.point(one, along)).toList(),
              false,
              curve(law, along, other)));
      index++;
    }
    List<Point> forecasts = law.forecasts().stream().map(each -> forecast(each, along)).toList();
    if (!forecasts.isEmpty()) {
      series.add(
          new Series("forecast", true, Tone.TRUTH, Marker.RING, forecasts, false, List.of()));
    }
    return new Panel(
        law.group(),
        Axis.logarithmic(columns.x().get(along), columns.x().get(along)),
        FitPlotting.yAxis(law.observations(), columns),
        series,
        List.of(),
        law.fit().law().formula());
  }

  /** The law at these values of the other inputs, over the range of this one and its forecasts. */
  private static List<Point> curve(FittedLaw law, int along, List<Double> other) {
    List<Double> places = new ArrayList<>();
    law.observations().stream()
        .filter(one -> rest(one.x(), along).equals(other))
        .forEach(one -> places.add(one.x().get(along)));
    law.forecasts().stream()
        .filter(each -> rest(each.x(), along).equals(other))
        .forEach(each -> places.add(each.x().get(along)));
    double low = places.stream().mapToDouble(x -> x).min().orElseThrow();
    double high = places.stream().mapToDouble(x -> x).max().orElseThrow();
    if (low == high) {
      return List.of();
    }
    List<List<Double>> xs =
        IntStream.rangeClosed(0, STEPS)
            .mapToObj(step -> with(other, along, low * Math.pow(high / low, step / (double) STEPS)))
            .toList();
    return Forecast.at(law.fit(), xs, Interval.USUAL_LEVEL, new Seed(0)).stream()
        .map(
            each ->
                new Point(
                    each.x().get(along),
                    each.mean(),
                    FitPlotting.bound(each.interval().map(Interval::lower).orElse(Double.NaN)),
                    FitPlotting.bound(each.interval().map(Interval::upper).orElse(Double.NaN)),
                    OptionalLong.empty()))
        .toList();
  }

  private static Point forecast(Forecast forecast, int along) {
    return new Point(
        forecast.x().get(along),
        forecast.mean(),
        FitPlotting.bound(forecast.prediction().map(Interval::lower).orElse(Double.NaN)),
        FitPlotting.bound(forecast.prediction().map(Interval::upper).orElse(Double.NaN)),
        OptionalLong.empty());
  }

  /** The input with the most values is the axis; the others tell series apart. */
  private static int mostVaried(List<Observation> observations, int inputs) {
    int best = 0;
    long most = 0;
    for (int input = 0; input < inputs; input++) {
      int index = input;
      long values = observations.stream().map(one -> one.x().get(index)).distinct().count();
      if (values > most) {
        best = input;
        most = values;
      }
    }
    return best;
  }

  private static SortedSet<List<Double>> others(FittedLaw law, int along) {
    SortedSet<List<Double>> others =
        new TreeSet<>(
            (first, second) -> {
              for (int index = 0; index < first.size(); index++) {
                int order = Double.compare(first.get(index), second.get(index));
                if (order != 0) {
                  return order;
                }
              }
              return 0;
            });
    law.observations().forEach(one -> others.add(rest(one.x(), along)));
    return others;
  }

  private static List<Double> rest(List<Double> x, int along) {
    List<Double> rest = new ArrayList<>(x);
    rest.remove(along);
    return rest;
  }

  private static List<Double> with(List<Double> rest, int along, double value) {
    List<Double> x = new ArrayList<>(rest);
    x.add(along, value);
    return x;
  }

  private static String name(Columns columns, int along, List<Double> other) {
    List<String> names = new ArrayList<>(columns.x());
    names.remove(along);
    List<String> parts = new ArrayList<>();
    for (int index = 0; index < names.size(); index++) {
      parts.add(names.get(index) + " = " + FitText.amount(other.get(index)));
    }
    return String.join(", ", parts);
  }

  private static String caption(LawFit fit) {
    return "A point is one row of the table, with its 95% interval where a standard error is given;"
        + " the line is the law "
        + fit.law().formula()
        + ", its band the 95% interval of the cluster bootstrap; the bar of a forecast holds a new"
        + " observation.";
  }
}
