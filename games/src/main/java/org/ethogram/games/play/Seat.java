package org.ethogram.games.play;

import java.util.Objects;
import org.ethogram.games.Game;

/**
 * A place in a game, and what its player knows before the first round.
 *
 * @param number from 0
 */
public record Seat(Game game, int number, Horizon horizon) {
  public Seat {
    Objects.checkIndex(number, game.seats());
  }

  /** How many actions the player can choose from. */
  public int actions() {
    return game.actions(number).size();
  }
}
