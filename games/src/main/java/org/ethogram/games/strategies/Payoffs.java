package org.ethogram.games.strategies;

import org.ethogram.core.ErrorCode;
import org.ethogram.core.EthogramException;
import org.ethogram.games.DilemmaPayoffs;
import org.ethogram.games.play.Seat;

/** The payoffs of a seat's game, for strategies that cannot play without. */
final class Payoffs {
  private Payoffs() {}

  static DilemmaPayoffs of(Seat seat, String strategy) {
    return DilemmaPayoffs.of(seat.game())
        .orElseThrow(
            () ->
                new EthogramException(
                    ErrorCode.INVALID_DATA,
                    "strategy '" + strategy + "'",
                    "it decides by the payoffs R, S, T and P, and '"
                        + seat.game().name()
                        + "' has none",
                    "Choose a symmetric game of two players and two actions"));
  }

  /** What a round brought. */
  static double gained(DilemmaPayoffs payoffs, boolean self, boolean other) {
    if (self) {
      return other ? payoffs.reward() : payoffs.sucker();
    }
    return other ? payoffs.temptation() : payoffs.punishment();
  }
}
