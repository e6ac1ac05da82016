package org.ethogram.cli.games.solutions;

import java.util.ArrayList;
import java.util.List;
import org.ethogram.games.Game;
import org.ethogram.games.solutions.quantal.LogitPath;
import org.ethogram.games.solutions.quantal.QuantalResponse;
import org.ethogram.report.figure.Axis;
import org.ethogram.report.figure.Figure;
import org.ethogram.report.figure.Panel;
import org.ethogram.report.figure.Point;
import org.ethogram.report.figure.Series;
import org.ethogram.report.figure.Tone;

/** Probabilities along the logit path, a panel a player. */
public final class QuantalFigure {
  private QuantalFigure() {}

  public static Figure of(Game game, LogitPath path) {
    List<Panel> panels = new ArrayList<>();
    for (int seat = 0; seat < game.seats(); seat++) {
      List<Series> series = new ArrayList<>();
      for (int action = 0; action < game.actions(seat).size(); action++) {
        series.add(
            new Series(
                game.actions(seat).get(action),
                true,
                Tone.category(action),
                Series.Marker.of(action),
                points(path, seat, action),
                !path.bends(),
                List.of()));
      }
      panels.add(
          new Panel(
              "player " + (seat + 1),
              Axis.logarithmic("lambda", "lambda (1 / payoff)"),
              Axis.rate("probability", "probability"),
              series,
              List.of(),
              ""));
    }
    return new Figure(
        "quantal-response-path",
        "What is played as precision grows?",
        "The principal branch of the logit quantal response correspondence of "
            + game.name()
            + ", from play by chance at lambda 0. A point is a step of the continuation.",
        Math.min(2, panels.size()),
        panels);
  }

  private static List<Point> points(LogitPath path, int seat, int action) {
    return path.points().stream()
        .map(
            (QuantalResponse at) -> Point.of(at.lambda(), at.probabilities().get(seat).get(action)))
        .toList();
  }
}
