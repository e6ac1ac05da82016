package org.ethogram.report.fits;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.ethogram.report.figure.Axis;
import org.ethogram.report.figure.Figure;
import org.ethogram.report.figure.Panel;
import org.ethogram.report.figure.Point;
import org.ethogram.report.figure.Series;
import org.ethogram.report.figure.Series.Marker;
import org.ethogram.report.figure.Tone;
import org.ethogram.report.findings.Answer;
import org.ethogram.stats.Interval;
import org.ethogram.stats.laws.rates.RateCurve;

/** Pictures of the trends of a table: a panel a group, the points under every curve. */
public final class TrendFigures {
  private TrendFigures() {}

  /** Points of each group along one input, with the preferred shape and the verdict. */
  public static Figure of(List<GroupTrend> trends, Columns columns, String input) {
    List<GroupTrend> along = trends.stream().filter(trend -> trend.input().equals(input)).toList();
    return new Figure(
        "trend-" + fileName(input),
        columns.y() + " along " + input,
        "A point is one row of the table, with its 95% interval where a standard error is given;"
            + " lines join the rows of one cluster; the band is the 95% interval of the fitted"
            + " mean. Slopes: "
            + along.getFirst().scale().slopeUnit()
            + ", with their 95% intervals.",
        FitPlotting.panelsBeside(along.size()),
        along.stream().map(trend -> trendPanel(trend, columns)).toList());
  }

  private static Panel trendPanel(GroupTrend trend, Columns columns) {
    int input = columns.x().indexOf(trend.input());
    List<Series> series = new ArrayList<>();
    List<Point> curve =
        trend.trend().curve(trend.trend().preferred()).stream()
            .flatMap(fitted -> fitted.points().stream())
            .map(point -> point(point, trend.scale()))
            .toList();
    series.add(new Series("trend", false, Tone.MUTED, Marker.CIRCLE, List.of(), false, curve));
    Map<String, List<Observation>> clusters = new TreeMap<>();
    trend
        .observations()
        .forEach(
            one -> clusters.computeIfAbsent(one.cluster(), name -> new ArrayList<>()).add(one));
    clusters.forEach(
        (cluster, members) ->
            series.add(
                new Series(
                    cluster.isEmpty() ? columns.y() : cluster,
                    false,
                    Tone.category(0),
                    Marker.CIRCLE,
                    members.stream().map(one -> FitPlotting.point(one, input)).toList(),
                    trend.trend().extent().withinRuns() && !cluster.isEmpty(),
                    List.of())));
    return new Panel(
        trend.group(),
        Axis.logarithmic(trend.input(), trend.input()),
        FitPlotting.yAxis(trend.observations(), columns),
        series,
        List.of(),
        Answer.word(trend.call().verdict()) + FitText.slopeNote(trend.trend()));
  }

  private static Point point(RateCurve.Point point, FigureScale scale) {
    return new Point(
        point.x(),
        scale.figure(point.rate()),
        FitPlotting.bound(scale.figure(point.interval().map(Interval::lower).orElse(Double.NaN))),
        FitPlotting.bound(scale.figure(point.interval().map(Interval::upper).orElse(Double.NaN))),
        OptionalLong.empty());
  }

  private static String fileName(String input) {
    String plain = input.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    String trimmed = plain.replaceAll("^-|-$", "");
    return trimmed.isEmpty() ? "x" : trimmed;
  }
}
