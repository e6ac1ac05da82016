package org.ethogram.cli.games.evolve;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ethogram.report.figure.Axis;
import org.ethogram.report.figure.Figure;
import org.ethogram.report.figure.Panel;
import org.ethogram.report.figure.Point;
import org.ethogram.report.figure.Series;
import org.ethogram.report.figure.Tone;

/** The shares of types over time, a panel for each population. */
final class SharesPicture {
  private final String title;
  private final String caption;
  private final Axis time;
  private final List<Panel> panels = new ArrayList<>();

  SharesPicture(String title, String caption, String field, String label, double end) {
    this.title = title;
    this.caption = caption;
    this.time =
        new Axis(
            field,
            label,
            Axis.Scale.LINEAR,
            end < 10 ? Axis.Notation.DECIMAL : Axis.Notation.COUNT,
            Optional.of(new Axis.Domain(0, Math.max(end, 1e-9))));
  }

  /**
   * @param curves a curve of points for each type
   */
  void add(String population, List<String> types, List<List<Point>> curves) {
    List<Series> series = new ArrayList<>();
    for (int type = 0; type < types.size(); type++) {
      series.add(
          new Series(
              types.get(type),
              true,
              Tone.category(type),
              Series.Marker.of(type),
              List.of(curves.get(type).getLast()),
              false,
              curves.get(type)));
    }
    panels.add(new Panel(population, time, Axis.rate("share", "Share"), series, List.of(), ""));
  }

  Figure figure() {
    return new Figure("shares", title, caption, panels.size() == 1 ? 1 : 2, panels);
  }
}
