package org.ethogram.games.measures;

import java.util.List;
import java.util.Optional;
import org.ethogram.games.Game;
import org.ethogram.games.play.DilemmaView;

/**
 * What a player did in a game: all histories of it, from exact play or from sampled matches.
 *
 * @param seat whose behaviour is measured, from 0
 * @param rounds how many rounds a complete match has; a shorter history is a branch that was cut
 */
public record Play(Game game, int seat, int rounds, List<WeightedHistory> histories) {
  public Play {
    histories = List.copyOf(histories);
    for (WeightedHistory weighted : histories) {
      if (weighted.history().seats() != game.seats() || weighted.history().rounds() > rounds) {
        throw new IllegalArgumentException(
            "a history of "
                + weighted.history().seats()
                + " seats and "
                + weighted.history().rounds()
                + " rounds in a game of "
                + game.seats()
                + " seats and "
                + rounds
                + " rounds");
      }
    }
  }

  /** Cooperation and defection as the seat sees them; empty where the game has none. */
  Optional<DilemmaView> view() {
    return DilemmaView.of(game, seat);
  }
}
