package org.ethogram.cli.games.solutions;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.ethogram.cli.games.solutions.Section.Draft;
import org.ethogram.games.Game;
import org.ethogram.games.solutions.correlated.CorrelatedEquilibrium;
import org.ethogram.games.solutions.correlated.CorrelatedEquilibrium.Kind;
import org.ethogram.games.solutions.correlated.CorrelatedEquilibrium.Objective;

/** The best correlated equilibria by several objectives. */
final class CorrelatedSection {
  private CorrelatedSection() {}

  static Section of(Game game, Kind kind) {
    Concept concept = kind == Kind.COARSE ? Concept.COARSE_CORRELATED : Concept.CORRELATED;
    Draft draft =
        new Draft(
            concept.label(),
            (kind == Kind.COARSE ? "Coarse correlated" : "Correlated")
                + " equilibria, the best by each objective, exact");
    objectives(game)
        .forEach(
            (name, objective) -> {
              CorrelatedEquilibrium best = CorrelatedEquilibrium.best(game, kind, objective);
              draft.line(
                  "largest "
                      + name
                      + " "
                      + Fractions.text(best.value())
                      + "; payoffs "
                      + Fractions.list(best.payoffs()));
              Map<String, Object> fields = draft.object();
              fields.put("objective", name);
              fields.put("value", Fractions.json(best.value()));
              fields.put("payoffs", Fractions.json(best.payoffs()));
              fields.put("distribution", distribution(draft, game, best));
            });
    return draft.section();
  }

  private static Map<String, Objective> objectives(Game game) {
    Map<String, Objective> objectives = new LinkedHashMap<>();
    objectives.put("total payoff", new Objective.TotalPayoff());
    objectives.put("least payoff", new Objective.LeastPayoff());
    for (int seat = 0; seat < game.seats(); seat++) {
      objectives.put("payoff of player " + (seat + 1), new Objective.PayoffOf(seat));
    }
    return objectives;
  }

  private static List<Map<String, Object>> distribution(
      Draft draft, Game game, CorrelatedEquilibrium best) {
    List<Map<String, Object>> drawn = new ArrayList<>();
    List<int[]> profiles = game.profiles();
    for (int index = 0; index < profiles.size(); index++) {
      if (!best.distribution().get(index).isZero()) {
        int[] profile = profiles.get(index);
        List<String> names =
            IntStream.range(0, game.seats())
                .mapToObj(seat -> game.actions(seat).get(profile[seat]))
                .toList();
        draft.line(
            "  "
                + String.join(", ", names)
                + ": "
                + Fractions.text(best.distribution().get(index)));
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("profile", names);
        fields.put("probability", Fractions.json(best.distribution().get(index)));
        drawn.add(fields);
      }
    }
    return drawn;
  }
}
