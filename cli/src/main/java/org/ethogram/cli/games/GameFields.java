package org.ethogram.cli.games;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.ethogram.games.Game;
import org.ethogram.games.classification.GameNumber;
import org.ethogram.games.classification.OrdinalGame;
import org.ethogram.games.classification.TwoByTwoClass;

/** What is said of a game wherever one is named. */
final class GameFields {
  private GameFields() {}

  static Map<String, Object> of(Game game) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("name", game.name());
    fields.put("players", game.seats());
    fields.put("actions", IntStream.range(0, game.seats()).mapToObj(game::actions).toList());
    cooperate(game).ifPresent(action -> fields.put("cooperate", action));
    return fields;
  }

  /** The name of the cooperative action. */
  static Optional<String> cooperate(Game game) {
    return game.cooperativeAction().stream()
        .mapToObj(action -> game.actions(0).get(action))
        .findFirst();
  }

  /** Number and name of a strict 2x2 game, or which ties it has; empty for other games. */
  static Optional<String> className(Game game) {
    return OrdinalGame.isTwoByTwo(game)
        ? Optional.of(className(TwoByTwoClass.of(game)))
        : Optional.empty();
  }

  private static String className(TwoByTwoClass found) {
    return found
        .number()
        .map(GameFields::numberAndName)
        .orElseGet(() -> "ties: " + found.rowTies().label() + ", " + found.columnTies().label());
  }

  static String numberAndName(GameNumber number) {
    return number.digits() + " " + number.name();
  }
}
