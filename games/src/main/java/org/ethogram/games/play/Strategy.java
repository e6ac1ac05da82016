package org.ethogram.games.play;

/**
 * A way to play: for every seat and every history a distribution over the next action (a
 * behavioural strategy, Kuhn 1953).
 *
 * <p>Immutable and safe to share between threads; what changes during a match is in its players.
 */
public interface Strategy {
  /** The standard name with any parameters, such as {@code generous-tit-for-tat(0.33)}. */
  String name();

  /**
   * A player before the first round.
   *
   * @throws org.ethogram.core.EthogramException {@code INVALID_DATA} when the strategy cannot play
   *     at such a seat
   */
  Player start(Seat seat);

  /** The exact distribution over the seat's next action after a history. */
  default double[] probabilities(Seat seat, History history) {
    Player player = start(seat);
    for (int round = 1; round <= history.rounds(); round++) {
      player.observe(history.profile(round));
    }
    return player.probabilities();
  }
}
