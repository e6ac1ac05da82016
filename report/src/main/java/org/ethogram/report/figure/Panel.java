package org.ethogram.report.figure;

import java.util.List;
import java.util.stream.Stream;

/**
 * One pair of axes and what is drawn between them.
 *
 * @param title short, or empty
 * @param note the finding in a few words, such as a slope with its interval, or empty
 */
public record Panel(
    String title,
    Axis x,
    Axis y,
    List<Series> series,
    List<ReferenceLine> references,
    String note) {
  public Panel {
    series = List.copyOf(series);
    references = List.copyOf(references);
  }

  Stream<Point> observed() {
    return series.stream().flatMap(one -> one.points().stream());
  }

  /** Observed and fitted points. */
  Stream<Point> drawn() {
    return series.stream().flatMap(one -> Stream.concat(one.points().stream(), one.fit().stream()));
  }
}
