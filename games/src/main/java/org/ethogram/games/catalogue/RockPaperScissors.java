package org.ethogram.games.catalogue;

import java.util.List;
import org.ethogram.games.Game;
import org.ethogram.games.PayoffRule;

/** Each of three actions beats the one before it. */
final class RockPaperScissors {
  private RockPaperScissors() {}

  /** 1 for the winner, -1 for the loser, 0 for a draw. */
  static Game game() {
    List<String> actions = List.of("rock", "paper", "scissors");
    return PayoffRule.game(
        "rock-paper-scissors",
        List.of(actions, actions),
        (seat, profile) ->
            switch (Math.floorMod(profile[seat] - profile[1 - seat], 3)) {
              case 1 -> 1;
              case 2 -> -1;
              default -> 0;
            });
  }
}
