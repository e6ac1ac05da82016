package org.ethogram.cli.games.solutions;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.ethogram.cli.games.solutions.Section.Draft;
import org.ethogram.games.Game;
import org.ethogram.games.solutions.quantal.LogitPath;
import org.ethogram.games.solutions.quantal.QuantalResponse;

/** The logit quantal response path at a few places. */
final class QuantalSection {
  private static final int SHOWN = 12;

  private QuantalSection() {}

  static Section of(Game game, LogitPath path) {
    Draft draft = new Draft(Concept.QRE.label(), "Logit quantal response path");
    List<QuantalResponse> points = path.points();
    double residual = points.stream().mapToDouble(QuantalResponse::residual).max().orElseThrow();
    draft.line(
        points.size()
            + " points, largest distance from a logit response "
            + Fractions.decimal(residual)
            + (path.bends() ? "; lambda falls along part of the path" : "")
            + ".");
    for (QuantalResponse point : thinned(points)) {
      draft.line(
          String.format(Locale.ROOT, "lambda %10.4g: ", point.lambda()) + strategies(game, point));
    }
    draft.line(
        switch (path.ending()) {
          case LAMBDA_REACHED -> "Left at the largest lambda that was asked for.";
          case NEAR_EQUILIBRIUM ->
              "The limiting logit equilibrium is near the last point; its largest regret is "
                  + Fractions.decimal(path.last().regret())
                  + ".";
          case LOST -> "The path was lost here: no equilibrium was reached.";
        });
    for (QuantalResponse point : points) {
      Map<String, Object> fields = draft.object();
      fields.put("lambda", point.lambda());
      fields.put("probabilities", point.probabilities());
      fields.put("regret", point.regret());
      fields.put("residual", point.residual());
    }
    Map<String, Object> end = draft.object();
    end.put("ending", path.ending().name().toLowerCase(Locale.ROOT).replace('_', '-'));
    end.put("bends", path.bends());
    return draft.section();
  }

  private static String strategies(Game game, QuantalResponse point) {
    return IntStream.range(0, game.seats())
        .mapToObj(
            seat ->
                IntStream.range(0, game.actions(seat).size())
                    .mapToObj(
                        action ->
                            game.actions(seat).get(action)
                                + " "
                                + Fractions.decimal(point.probabilities().get(seat).get(action)))
                    .collect(Collectors.joining(", ")))
        .collect(Collectors.joining(" | "));
  }

  /** A few points, evenly along the path, with both ends. */
  private static List<QuantalResponse> thinned(List<QuantalResponse> points) {
    if (points.size() <= SHOWN) {
      return points;
    }
    List<QuantalResponse> thinned = new ArrayList<>();
    for (int place = 0; place < SHOWN; place++) {
      thinned.add(points.get(place * (points.size() - 1) / (SHOWN - 1)));
    }
    return thinned;
  }
}
