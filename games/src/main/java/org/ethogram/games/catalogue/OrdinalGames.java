package org.ethogram.games.catalogue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ethogram.core.Suggestion;
import org.ethogram.games.Game;
import org.ethogram.games.classification.GameNumber;
import org.ethogram.games.classification.PeriodicTable;

/**
 * The 144 strict ordinal 2x2 games, their ranks for payoffs, by the number of Robinson & Goforth
 * ({@code robinson-goforth:111}) and by the names of Bruns ({@code ordinal:chicken}, {@code
 * chicken-battle}).
 */
final class OrdinalGames {
  static final String SOURCE =
      "Robinson & Goforth 2005, The Topology of the 2x2 Games; names of Bruns 2015, Names for"
          + " Games";

  private static final String BY_NUMBER = "robinson-goforth:";
  private static final String BY_NAME = "ordinal:";
  private static final Map<String, GameNumber> NUMBERS = new LinkedHashMap<>();

  static {
    for (GameNumber number : PeriodicTable.numbers()) {
      NUMBERS.put(Suggestion.plain(BY_NUMBER + number.digits()), number);
      NUMBERS.put(Suggestion.plain(BY_NAME + number.name()), number);
      NUMBERS.put(Suggestion.plain(number.name()), number);
    }
  }

  private OrdinalGames() {}

  static List<Game> games() {
    return PeriodicTable.numbers().stream().map(OrdinalGames::game).toList();
  }

  static Optional<Game> named(String name) {
    return Optional.ofNullable(NUMBERS.get(Suggestion.plain(name))).map(OrdinalGames::game);
  }

  static List<String> names() {
    return PeriodicTable.numbers().stream().map(GameNumber::name).toList();
  }

  /** What to do about a name that begins as a number does; empty for other names. */
  static Optional<String> remedy(String name) {
    return Suggestion.plain(name).startsWith(Suggestion.plain(BY_NUMBER))
        ? Optional.of("Give a layer from 1 to 4, a row and a column from 1 to 6 as three digits")
        : Optional.empty();
  }

  private static Game game(GameNumber number) {
    return PeriodicTable.game(number).game(BY_NUMBER + number.digits());
  }
}
