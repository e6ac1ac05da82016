package org.ethogram.cli.games.solutions;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.ethogram.cli.games.solutions.Section.Draft;
import org.ethogram.games.Game;
import org.ethogram.games.linear.Rational;
import org.ethogram.games.solutions.minimax.ConstantSum;
import org.ethogram.games.solutions.minimax.SecurityLevel;

/** What everybody can make sure of. */
final class MinimaxSection {
  private MinimaxSection() {}

  static Section of(Game game) {
    Draft draft = new Draft(Concept.MINIMAX.label(), "Maximin and minimax");
    Optional<Rational> sum = ConstantSum.of(game);
    sum.ifPresent(
        total ->
            draft.line(
                "All payoffs sum to "
                    + Fractions.text(total)
                    + (game.seats() == 2 ? ": the maximin payoffs are the value." : ".")));
    for (int seat = 0; seat < game.seats(); seat++) {
      SecurityLevel level = SecurityLevel.of(game, seat);
      List<String> others = others(game, seat);
      draft.line(
          "player %d secures %s with %s"
              .formatted(
                  seat + 1,
                  Fractions.text(level.value()),
                  Fractions.strategy(game.actions(seat), level.strategy())));
      draft.line(
          "  and is held to it by %s%s; without mixing, secures %s and is held to %s"
              .formatted(
                  Fractions.strategy(others, level.punishment()),
                  game.seats() > 2 ? " of the others, who coordinate" : "",
                  Fractions.text(level.pureMaximin()),
                  Fractions.text(level.pureMinimax())));
      Map<String, Object> fields = draft.object();
      fields.put("player", seat + 1);
      fields.put("value", Fractions.json(level.value()));
      fields.put("strategy", Fractions.json(game.actions(seat), level.strategy()));
      fields.put("punishment", Fractions.json(others, level.punishment()));
      fields.put("pureMaximin", Fractions.json(level.pureMaximin()));
      fields.put("pureMinimax", Fractions.json(level.pureMinimax()));
      sum.ifPresent(total -> fields.put("constantSum", Fractions.json(total)));
    }
    return draft.section();
  }

  /** The joint choices of the others in words. */
  private static List<String> others(Game game, int seat) {
    List<String> names = new ArrayList<>();
    for (int[] profile : SecurityLevel.others(game, seat)) {
      names.add(
          String.join(
              "+",
              IntStream.range(0, game.seats())
                  .filter(other -> other != seat)
                  .mapToObj(other -> game.actions(other).get(profile[other]))
                  .toList()));
    }
    return names;
  }
}
