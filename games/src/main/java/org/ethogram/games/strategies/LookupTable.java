package org.ethogram.games.strategies;

import org.ethogram.core.ErrorCode;
import org.ethogram.core.EthogramException;
import org.ethogram.games.play.Seat;

/**
 * A chance of cooperation for every combination of the own last moves, the other's last moves and
 * the other's first moves (Axelrod 1987; Lindgren 1991).
 */
final class LookupTable implements DilemmaStrategy {
  private static final int MOST_MOVES_COUNTED = 20;

  private final String name;
  private final int own;
  private final int other;
  private final int first;
  private final double[] cooperation;
  private final String opening;

  /**
   * @param own how many of the own last moves count
   * @param other how many of the other's last moves count
   * @param first how many of the other's first moves count
   * @param cooperation a chance for each combination, in the order CC.. before ..DD, own moves
   *     running slowest, the other's first moves fastest
   * @param opening the moves until all of those are known; C where it is too short
   */
  LookupTable(String name, int own, int other, int first, double[] cooperation, String opening) {
    if (own + other + first > MOST_MOVES_COUNTED) {
      throw new EthogramException(
          ErrorCode.INVALID_DATA,
          "strategy '" + name + "'",
          (own + other + first) + " moves that count",
          "Let at most " + MOST_MOVES_COUNTED + " moves count");
    }
    if (cooperation.length != 1 << (own + other + first)) {
      throw new EthogramException(
          ErrorCode.INVALID_DATA,
          "strategy '" + name + "'",
          cooperation.length + " moves",
          "Give one move for each of " + (1 << (own + other + first)) + " combinations");
    }
    this.name = name;
    this.own = own;
    this.other = other;
    this.first = first;
    this.cooperation = cooperation.clone();
    this.opening = opening;
  }

  /** A table whose chances are certainties, a letter C or D each. */
  static LookupTable ofMoves(
      String name, int own, int other, int first, String moves, String opening) {
    double[] cooperation = moves.chars().mapToDouble(move -> Decider.move(move == 'C')).toArray();
    return new LookupTable(name, own, other, first, cooperation, opening);
  }

  @Override
  public String name() {
    return name;
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
    return cooperation[index];
  }
}
