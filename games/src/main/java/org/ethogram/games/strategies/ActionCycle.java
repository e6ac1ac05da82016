package org.ethogram.games.strategies;

import java.util.List;
import org.ethogram.core.ErrorCode;
import org.ethogram.core.EthogramException;
import org.ethogram.core.Suggestion;
import org.ethogram.games.play.Player;
import org.ethogram.games.play.Seat;
import org.ethogram.games.play.Strategy;

/**
 * Plays the same actions over and over, by their names, in games of any kind.
 *
 * @param actions names of the seat's actions, at least one
 */
record ActionCycle(String name, List<String> actions) implements Strategy {
  ActionCycle {
    actions = List.copyOf(actions);
  }

  @Override
  public Player start(Seat seat) {
    int[] indices = actions.stream().mapToInt(action -> index(seat, action)).toArray();
    return new Player() {
      private int next;

      @Override
      public double[] probabilities() {
        double[] probabilities = new double[seat.actions()];
        probabilities[indices[next]] = 1;
        return probabilities;
      }

      @Override
      public void observe(int... profile) {
        next = (next + 1) % indices.length;
      }
    };
  }

  private int index(Seat seat, String action) {
    List<String> names = seat.game().actions(seat.number());
    for (int index = 0; index < names.size(); index++) {
      if (Suggestion.plain(names.get(index)).equals(Suggestion.plain(action))) {
        return index;
      }
    }
    throw new EthogramException(
        ErrorCode.INVALID_DATA,
        "strategy '" + name + "'",
        "no action '" + action + "' at seat " + (seat.number() + 1) + " of " + seat.game().name(),
        Suggestion.remedy(action, names));
  }
}
