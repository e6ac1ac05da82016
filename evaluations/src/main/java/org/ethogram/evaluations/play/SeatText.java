package org.ethogram.evaluations.play;

import java.util.List;
import org.ethogram.games.play.History;

/** A game as the player at one seat is told it. */
public interface SeatText {
  /** Everything up to the word for this seat's next action, without the space before that word. */
  String beforeAction(History history);

  /** The word for each action, with the space before it. */
  List<String> actionWords();
}
