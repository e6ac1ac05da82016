package org.ethogram.games.records;

import java.util.ArrayList;
import java.util.List;
import org.ethogram.core.ErrorCode;
import org.ethogram.core.EthogramException;
import org.ethogram.core.Suggestion;
import org.ethogram.games.Game;
import org.ethogram.games.play.History;

/**
 * Actions as they are written in files: by the game's own names, or as C and D where the game has a
 * cooperative action and only one other.
 *
 * @param place of the file that is read, for messages
 */
record Moves(Game game, String place) {
  /**
   * The history of a match.
   *
   * @param moves for each seat its actions round by round
   */
  History history(List<List<String>> moves) {
    if (moves.size() != game.seats()) {
      throw invalid(
          moves.size()
              + " lists of actions for the "
              + game.seats()
              + " players of '"
              + game.name()
              + "'",
          "Give one list a player");
    }
    int rounds = moves.getFirst().size();
    for (int seat = 1; seat < moves.size(); seat++) {
      if (moves.get(seat).size() != rounds) {
        throw invalid(
            "player 1 has "
                + rounds
                + " actions and player "
                + (seat + 1)
                + " has "
                + moves.get(seat).size(),
            "Give every player one action a round");
      }
    }
    if (rounds == 0) {
      throw invalid("a match without a round", "Give at least one round");
    }
    List<int[]> profiles = new ArrayList<>();
    for (int round = 0; round < rounds; round++) {
      int[] profile = new int[game.seats()];
      for (int seat = 0; seat < profile.length; seat++) {
        profile[seat] = action(seat, moves.get(seat).get(round));
      }
      profiles.add(profile);
    }
    return History.of(game.seats(), profiles);
  }

  /** The index of the action that is written so. */
  int action(int seat, String written) {
    List<String> names = game.actions(seat);
    for (int action = 0; action < names.size(); action++) {
      if (names.get(action).equalsIgnoreCase(written)) {
        return action;
      }
    }
    if (hasLetters() && written.length() == 1) {
      int cooperate = game.cooperativeAction().getAsInt();
      switch (written.charAt(0)) {
        case 'C', 'c' -> {
          return cooperate;
        }
        case 'D', 'd' -> {
          return 1 - cooperate;
        }
        default -> {}
      }
    }
    throw invalid(
        written.isEmpty()
            ? "the action of player " + (seat + 1) + " is missing"
            : "'"
                + written
                + "' is no action of player "
                + (seat + 1)
                + " in '"
                + game.name()
                + "'",
        hasLetters()
            ? "Write C, D, " + String.join(" or ", names)
            : Suggestion.remedy(written, names));
  }

  /** Whether actions may be written as C and D. */
  boolean hasLetters() {
    return game.actions(0).size() == 2 && game.cooperativeAction().isPresent();
  }

  EthogramException invalid(String problem, String remedy) {
    return new EthogramException(ErrorCode.INVALID_DATA, place, problem, remedy);
  }
}
