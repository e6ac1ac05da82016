package org.ethogram.games.strategies;

/**
 * Cooperate, accept, punish, recover, in all else defect: a rival that is a partner among its like
 * (Murase & Baek 2020, Five rules for friendly rivalry in direct reciprocity).
 */
final class Capri {
  /** The last three rounds, own moves then the other's, after which it cooperates. */
  private static final String COOPERATE =
      "CCCCCC CCDCCC CDCCCD DCCCDC CCCDCC CCDCDC CDCDCC DCCCCC DDDDDC DDCDCC DDCDDD DCCDDC DDCDDC"
          + " DCCDCC";

  /** The same as a set of bits, numbered by reading D as 1. */
  private static final long COOPERATE_BITS = bits();

  private Capri() {}

  static double decide(Diary diary) {
    int self = 0;
    int other = 0;
    for (int back = Math.min(3, diary.rounds()); back >= 1; back--) {
      self = 2 * self + (diary.self(back) ? 0 : 1);
      other = 2 * other + (diary.other(back) ? 0 : 1);
    }
    return Decider.move((COOPERATE_BITS >> (8 * self + other) & 1) == 1);
  }

  private static long bits() {
    long bits = 0;
    for (String moves : COOPERATE.split(" ")) {
      int number = Integer.parseInt(moves.replace('C', '0').replace('D', '1'), 2);
      bits |= 1L << number;
    }
    return bits;
  }
}
