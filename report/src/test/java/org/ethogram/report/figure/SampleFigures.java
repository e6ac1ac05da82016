package org.ethogram.report.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.ethogram.core.Seed;
import org.ethogram.report.figure.Series.Marker;

/** Figures of made-up learning curves, from a seed. */
final class SampleFigures {
  private static final double[] TOKENS = {0, 5e4, 1e5, 2e5, 4e5, 8e5, 1.6e6, 3.2e6, 6.4e6};
  private static final String[] SIZES = {"12k", "50k", "150k", "600k"};

  private SampleFigures() {}

  static Figure training() {
    return Figure.of(
        "cooperation-by-training", "Does cooperation rise with training?", "A caption.", panel(""));
  }

  static Figure multiples() {
    List<Panel> panels =
        IntStream.range(0, 6).mapToObj(index -> panel("Game " + (index + 1))).toList();
    return new Figure("games", "Game by game", "A caption.", 3, panels);
  }

  private static Panel panel(String title) {
    RandomGenerator random = new Seed(5).derive(title).generator();
    List<Series> series = new ArrayList<>();
    for (int size = 0; size < SIZES.length; size++) {
      List<Point> points = new ArrayList<>();
      List<Point> fit = new ArrayList<>();
      for (double tokens : TOKENS) {
        double rate = 0.5 + 0.3 * (size + 1) / 4 * Math.tanh(tokens / 1e6);
        double seen = rate + 0.02 * random.nextGaussian();
        points.add(
            new Point(
                tokens,
                seen,
                OptionalDouble.of(seen - 0.05),
                OptionalDouble.of(seen + 0.05),
                OptionalLong.of(48)));
        if (tokens > 0) {
          fit.add(Point.of(tokens, rate, rate - 0.03, rate + 0.03));
        }
      }
      Tone tone = Tone.ordered(size, SIZES.length);
      series.add(new Series(SIZES[size], true, tone, Marker.of(size), points, true, fit));
    }
    return new Panel(
        title,
        Axis.logarithmic("tokens", "Training tokens"),
        Axis.rate("cooperation", "Cooperation rate"),
        series,
        List.of(new ReferenceLine("ideal reader", 0.81, Tone.TRUTH)),
        "rises: +9 points per decade [4, 14]");
  }
}
