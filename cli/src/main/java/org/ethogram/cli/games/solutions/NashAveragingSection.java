package org.ethogram.cli.games.solutions;

import java.util.List;
import java.util.Map;
import org.ethogram.cli.games.solutions.Section.Draft;
import org.ethogram.games.Game;
import org.ethogram.games.solutions.minimax.NashAveraging;
import org.ethogram.games.solutions.minimax.NashAveraging.Side;

/** Ratings against the equilibrium of largest entropy. */
final class NashAveragingSection {
  private NashAveragingSection() {}

  static Section of(Game game) {
    Draft draft = new Draft(Concept.NASH_AVERAGING.label(), "Nash averaging");
    NashAveraging averaging = NashAveraging.of(game);
    draft.line(
        "The zero-sum game of half the differences of payoffs has the value "
            + Fractions.text(averaging.value())
            + ".");
    side(draft, 1, game.actions(0), averaging.rows());
    side(draft, 2, game.actions(1), averaging.columns());
    return draft.section();
  }

  private static void side(Draft draft, int player, List<String> actions, Side side) {
    draft.line(
        "player "
            + player
            + ": "
            + (side.unique()
                ? "the only equilibrium strategy, exact"
                : "the equilibrium strategy of largest entropy, rounded"));
    for (int action = 0; action < actions.size(); action++) {
      draft.line(
          "  "
              + actions.get(action)
              + ": weight "
              + Fractions.text(side.weights().get(action))
              + ", rating "
              + Fractions.text(side.ratings().get(action)));
    }
    Map<String, Object> fields = draft.object();
    fields.put("player", player);
    fields.put("weights", Fractions.json(actions, side.weights()));
    fields.put("ratings", Fractions.json(actions, side.ratings()));
    fields.put("unique", side.unique());
  }
}
