package org.ethogram.games.records;

import java.util.List;
import org.ethogram.games.Game;
import org.ethogram.games.measures.Play;
import org.ethogram.games.measures.WeightedHistory;
import org.ethogram.games.play.History;

/**
 * A match that was played.
 *
 * @param name of the match in its file
 * @param players one name a seat; several seats and several matches may have the same player
 */
public record PlayedMatch(String name, Game game, List<String> players, History history) {
  public PlayedMatch {
    players = List.copyOf(players);
    if (players.size() != game.seats() || history.seats() != game.seats()) {
      throw new IllegalArgumentException(
          players.size() + " players and " + history.seats() + " seats in " + game.name());
    }
  }

  /** What the player at a seat did. */
  public Play play(int seat) {
    return new Play(game, seat, history.rounds(), List.of(new WeightedHistory(history, 1)));
  }
}
