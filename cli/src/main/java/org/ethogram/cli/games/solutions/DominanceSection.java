package org.ethogram.cli.games.solutions;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.ethogram.cli.games.solutions.Section.Draft;
import org.ethogram.games.Game;
import org.ethogram.games.solutions.dominance.IteratedDominance;
import org.ethogram.games.solutions.dominance.IteratedDominance.Removal;
import org.ethogram.games.solutions.dominance.IteratedDominance.Strength;

/** What dominance leaves. */
final class DominanceSection {
  private DominanceSection() {}

  static Section of(Game game) {
    Draft draft = new Draft(Concept.DOMINANCE.label(), "Iterated dominance");
    IteratedDominance strict = IteratedDominance.of(game, Strength.STRICT);
    IteratedDominance weak = IteratedDominance.of(game, Strength.WEAK);
    boolean dependent = !weak.left().equals(strict.left());
    add(draft, game, strict, false);
    add(draft, game, weak, dependent);
    if (dependent) {
      draft.line(
          "What weak dominance leaves may depend on the order; here all at once each round.");
    }
    draft.line(
        game.seats() == 2
            ? "What strict dominance leaves are the rationalizable actions."
            : "What strict dominance leaves is rationalizable if players may believe that the"
                + " others coordinate; without that belief fewer may be.");
    return draft.section();
  }

  private static void add(
      Draft draft, Game game, IteratedDominance dominance, boolean orderDependent) {
    String strength = dominance.strength().name().toLowerCase(Locale.ROOT);
    for (Removal removal : dominance.removals()) {
      List<String> actions = game.actions(removal.seat());
      draft.line(
          strength
              + ", round "
              + removal.round()
              + ": player "
              + (removal.seat() + 1)
              + " drops "
              + actions.get(removal.action())
              + ", dominated by "
              + Fractions.strategy(actions, removal.by()));
      Map<String, Object> fields = draft.object();
      fields.put("strength", strength);
      fields.put("round", removal.round());
      fields.put("player", removal.seat() + 1);
      fields.put("action", actions.get(removal.action()));
      fields.put("by", Fractions.json(actions, removal.by()));
    }
    List<List<String>> left =
        IntStream.range(0, game.seats())
            .mapToObj(
                seat -> dominance.left().get(seat).stream().map(game.actions(seat)::get).toList())
            .toList();
    draft.line(
        strength
            + ", left: "
            + String.join(" | ", left.stream().map(names -> String.join(", ", names)).toList()));
    Map<String, Object> fields = draft.object();
    fields.put("strength", strength);
    fields.put("left", left);
    fields.put("orderDependent", orderDependent);
  }
}
