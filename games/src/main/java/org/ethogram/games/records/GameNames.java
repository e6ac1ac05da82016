package org.ethogram.games.records;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.ethogram.core.ErrorCode;
import org.ethogram.core.EthogramException;
import org.ethogram.games.Game;
import org.ethogram.games.formats.GameSource;

/** The games that the lines of a file name, each read once. */
final class GameNames {
  private final Map<String, Game> known = new HashMap<>();
  private final Optional<Game> otherwise;

  GameNames(Optional<Game> otherwise) {
    this.otherwise = otherwise;
  }

  /**
   * @param name as it stands in the line, or empty
   * @param place of the line
   */
  Game game(String name, String place) {
    if (name.isEmpty()) {
      return otherwise.orElseThrow(
          () ->
              new EthogramException(
                  ErrorCode.INVALID_DATA,
                  place,
                  "no game",
                  "Name one in the file, or one for the whole file by --game; answers of 'games"
                      + " play' have theirs in the file that is given by --matches"));
    }
    try {
      return known.computeIfAbsent(name, GameSource::read);
    } catch (EthogramException e) {
      throw new EthogramException(e.code(), place, e.place() + ": " + e.problem(), e.remedy(), e);
    }
  }
}
