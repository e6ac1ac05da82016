package org.ethogram.cli.games;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.ethogram.report.figure.Axis;
import org.ethogram.report.figure.Figure;
import org.ethogram.report.figure.Kind;
import org.ethogram.report.figure.Panel;
import org.ethogram.report.figure.Point;
import org.ethogram.report.figure.Series;
import org.ethogram.report.figure.Series.Marker;
import org.ethogram.report.figure.StackedShares;
import org.ethogram.report.figure.StackedShares.Band;
import org.ethogram.report.figure.Tone;

/**
 * The shares of types over generations, as bands and as lines.
 *
 * @param name the stem of the files
 * @param generations a row of shares each
 */
record SharesFigures(String name, List<String> types, List<double[]> generations) {
  /** As many as have colours of their own; the rest is one band. */
  private static final int MOST_BANDS = 7;

  private static final int MOST_PLACES = 400;

  SharesFigures {
    types = List.copyOf(types);
    generations = List.copyOf(generations);
  }

  StackedShares stacked(String title) {
    List<Integer> shown = shown();
    List<Integer> places = places();
    List<Kind> kinds = Kind.of(shown.stream().map(types::get).toList());
    List<Band> bands = new ArrayList<>();
    for (int index = 0; index < shown.size(); index++) {
      int type = shown.get(index);
      bands.add(
          new Band(
              kinds.get(index),
              places.stream().map(place -> generations.get(place)[type]).toList()));
    }
    if (shown.size() < types.size()) {
      bands.add(
          new Band(
              new Kind((types.size() - shown.size()) + " others", Tone.GRID),
              places.stream().map(place -> rest(generations.get(place), shown)).toList()));
    }
    return new StackedShares(
        name,
        title,
        "Each band is the share of a type in the population, generation by generation.",
        axis(),
        places.stream().map(Integer::doubleValue).toList(),
        bands);
  }

  Figure lines() {
    List<Integer> shown = shown();
    List<Kind> kinds = Kind.of(shown.stream().map(types::get).toList());
    List<Series> series = new ArrayList<>();
    for (int type = 0; type < types.size(); type++) {
      int index = shown.indexOf(type);
      Tone tone = index < 0 ? Tone.MUTED : kinds.get(index).tone();
      int ofType = type;
      List<Point> curve =
          places().stream().map(place -> Point.of(place, generations.get(place)[ofType])).toList();
      series.add(
          new Series(types.get(type), index >= 0, tone, Marker.CIRCLE, List.of(), false, curve));
    }
    Axis share = new Axis("share", "share", Axis.Scale.LINEAR, Axis.Notation.PERCENT, top());
    return Figure.of(
        name + "-lines",
        "Shares by generation",
        "Each line is the share of a type in the population, generation by generation.",
        new Panel("", axis(), share, series, List.of(), ""));
  }

  /** From 0 to a little above the greatest share. */
  private Optional<Axis.Domain> top() {
    double top = generations.stream().flatMapToDouble(Arrays::stream).max().orElse(1);
    return Optional.of(new Axis.Domain(0, Math.min(1, Math.ceil(top * 20 + 0.2) / 20)));
  }

  private Axis axis() {
    return new Axis(
        "generation",
        "generation",
        Axis.Scale.LINEAR,
        Axis.Notation.COUNT,
        Optional.of(new Axis.Domain(0, generations.size() - 1.0)));
  }

  /** Those that were ever the most, with the greatest last share first. */
  private List<Integer> shown() {
    return IntStream.range(0, types.size())
        .boxed()
        .sorted(Comparator.comparingDouble((Integer type) -> -peak(type)))
        .limit(types.size() <= MOST_BANDS ? types.size() : MOST_BANDS - 1)
        .sorted(Comparator.comparingDouble((Integer type) -> -generations.getLast()[type]))
        .toList();
  }

  private double peak(int type) {
    return generations.stream().mapToDouble(shares -> shares[type]).max().orElse(0);
  }

  private static double rest(double[] shares, List<Integer> shown) {
    double rest = 1;
    for (int type : shown) {
      rest -= shares[type];
    }
    return Math.max(0, rest);
  }

  /** At most some hundreds of generations, evenly apart, the first and the last among them. */
  private List<Integer> places() {
    int last = generations.size() - 1;
    int count = Math.min(last, MOST_PLACES);
    return IntStream.rangeClosed(0, count)
        .map(index -> (int) ((long) index * last / count))
        .boxed()
        .toList();
  }
}
