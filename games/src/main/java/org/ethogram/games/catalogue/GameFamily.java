package org.ethogram.games.catalogue;

import java.util.List;
import java.util.function.Function;
import org.ethogram.games.Game;

/**
 * A game for every choice of some numbers, written such as {@code donation(b=3,c=1)}.
 *
 * @param parameters their names, in the order in which bare numbers are read
 * @param description what is played and which numbers are allowed
 */
public record GameFamily(
    String name,
    List<String> parameters,
    String description,
    String source,
    Function<GameArguments, Game> build) {
  public GameFamily {
    parameters = List.copyOf(parameters);
  }

  /** How the family is written, such as {@code donation(b, c)}. */
  public String signature() {
    return name + "(" + String.join(", ", parameters) + ")";
  }

  Game game(GameArguments arguments) {
    return build.apply(arguments).withName(name + arguments);
  }
}
