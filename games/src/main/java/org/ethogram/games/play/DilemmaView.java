package org.ethogram.games.play;

import java.util.Optional;
import java.util.OptionalInt;
import org.ethogram.games.Game;

/**
 * How a seat sees a round when it only thinks in cooperation and defection.
 *
 * <p>Among more than two players the others count as having cooperated when at least half of them
 * did, the threshold rule of Boyd & Richerson 1988 (The evolution of reciprocity in sizable
 * groups); with two players that is the other player's action.
 *
 * @param cooperate the index of the cooperative action; every other action is a defection
 */
public record DilemmaView(int seat, int seats, int cooperate) {
  /** Empty where the game has no cooperative action. */
  public static Optional<DilemmaView> of(Game game, int seat) {
    OptionalInt cooperate = game.cooperativeAction();
    return cooperate.isPresent()
        ? Optional.of(new DilemmaView(seat, game.seats(), cooperate.getAsInt()))
        : Optional.empty();
  }

  public boolean selfCooperated(int... profile) {
    return profile[seat] == cooperate;
  }

  public boolean othersCooperated(int... profile) {
    int cooperators = 0;
    for (int other = 0; other < seats; other++) {
      if (other != seat && profile[other] == cooperate) {
        cooperators++;
      }
    }
    return 2 * cooperators >= seats - 1;
  }

  public boolean selfCooperated(History history, int round) {
    return history.action(round, seat) == cooperate;
  }

  public boolean othersCooperated(History history, int round) {
    return othersCooperated(history.profile(round));
  }
}
