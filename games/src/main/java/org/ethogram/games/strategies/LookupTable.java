package org.ethogram.games.strategies;

import org.ethogram.core.ErrorCode;
import org.ethogram.core.EthogramException;
import org.ethogram.games.play.Seat;

/**
 * A move for every combination of the own last moves, the other's last moves and the other's first
 * moves (Lindgren 1991; Axelrod 1987).
 *
 * @param own how many of the own last moves count
 * @param other how many of the other's last moves count
 * @param first how many of the other's first moves count
 * @param moves a letter for each combination, in the order CC.. before ..DD, own moves running
 *     slowest, the other's first moves fastest
 * @param opening the moves until all of those are known; C where it is too short
 */
record LookupTable(String name, int own, int other, int first, String moves, String opening)
    implements DilemmaStrategy {
  private static final int MOST_MOVES_COUNTED = 20;

  LookupTable {
    if (own + other + first > MOST_MOVES_COUNTED) {
      throw new EthogramException(
          ErrorCode.INVALID_DATA,
          "strategy '" + name + "'",
          (own + other + first) + " moves that count",
          "Let at most " + MOST_MOVES_COUNTED + " moves count");
    }
    if (moves.length() != 1 << (own + other + first)) {
      throw new EthogramException(
          ErrorCode.INVALID_DATA,
          "strategy '" + name + "'",
          moves.length() + " moves",
          "Give one move for each of " + (1 << (own + other + first)) + " combinations");
    }
  }

  @Override
  public DilemmaPlayer begin(Seat seat) {
    return new DiaryStrategy(name, _ -> this::decide).begin(seat);
  }

  private double decide(Diary diary) {
    int round = diary.rounds();
    if (round < Math.max(own, Math.max(other, first))) {
      return Decider.move(round >= opening.length() || opening.charAt(round) == 'C');
    }
    int index = 0;
    for (int back = own; back >= 1; back--) {
      index = 2 * index + (diary.self(back) ? 0 : 1);
    }
    for (int back = other; back >= 1; back--) {
      index = 2 * index + (diary.other(back) ? 0 : 1);
    }
    for (int at = 0; at < first; at++) {
      index = 2 * index + (diary.otherAt(at) ? 0 : 1);
    }
    return Decider.move(moves.charAt(index) == 'C');
  }
}
