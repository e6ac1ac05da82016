package org.ethogram.games.strategies;

import org.ethogram.core.ErrorCode;
import org.ethogram.core.EthogramException;
import org.ethogram.games.play.DilemmaView;
import org.ethogram.games.play.Player;
import org.ethogram.games.play.Seat;
import org.ethogram.games.play.Strategy;

/**
 * A strategy told in cooperation and defection, as the literature on the prisoner's dilemma tells
 * them.
 *
 * <p>It plays any game with two actions a seat. Cooperation is the game's cooperative action; where
 * the game has none, as Bach or Stravinsky, it is the first action, by convention. With more than
 * two players, "the other cooperated" reads "at least half of the others did" ({@link
 * DilemmaView}).
 */
public interface DilemmaStrategy extends Strategy {
  /** A player before the first round. */
  DilemmaPlayer begin(Seat seat);

  @Override
  default Player start(Seat seat) {
    if (seat.actions() != 2) {
      throw new EthogramException(
          ErrorCode.INVALID_DATA,
          "strategy '" + name() + "'",
          "seat "
              + (seat.number() + 1)
              + " of '"
              + seat.game().name()
              + "' has "
              + seat.actions()
              + " actions, and this strategy knows only cooperation and defection",
          "Choose a game with two actions a seat");
    }
    int cooperate = seat.game().cooperativeAction().orElse(0);
    DilemmaView view = new DilemmaView(seat.number(), seat.game().seats(), cooperate);
    DilemmaPlayer player = begin(seat);
    return new Player() {
      @Override
      public double[] probabilities() {
        double[] probabilities = new double[2];
        probabilities[cooperate] = player.cooperation();
        probabilities[1 - cooperate] = 1 - probabilities[cooperate];
        return probabilities;
      }

      @Override
      public void observe(int... profile) {
        player.observe(view.selfCooperated(profile), view.othersCooperated(profile));
      }
    };
  }
}
