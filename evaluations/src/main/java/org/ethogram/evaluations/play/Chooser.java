package org.ethogram.evaluations.play;

import org.ethogram.games.play.History;
import org.ethogram.games.play.Seat;
import org.ethogram.games.play.Strategy;
import org.ethogram.models.Prompt;
import org.ethogram.models.ScoreRequest;

/** Who decides at a seat. */
public sealed interface Chooser {
  /** The subject, who reads and answers. */
  record Subject(SeatText text) implements Chooser {
    /** The choice between the action words after a history. */
    public ScoreRequest request(History history) {
      return new ScoreRequest(Prompt.of(text.beforeAction(history)), text.actionWords());
    }
  }

  /** A strategy that knows the game itself. */
  record Scripted(Strategy strategy, Seat seat) implements Chooser {}
}
