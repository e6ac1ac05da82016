package org.ethogram.games.strategies;

import java.util.OptionalInt;

/**
 * Punishes each run of defections one round longer than the one before, and gives a fresh start to
 * an opponent that is well behind, cooperates, and is not random (Axelrod 1980).
 */
final class TidemanAndChieruzzi implements Decider {
  private final Ledger ledger;
  private final OptionalInt length;
  private int punishment;
  private int left;
  private int remembered;
  private int lastFreshStart;
  private boolean secondCooperation;

  TidemanAndChieruzzi(Ledger ledger, OptionalInt length) {
    this.ledger = ledger;
    this.length = length;
  }

  @Override
  public double decide(Diary diary) {
    if (diary.isEmpty()) {
      return C;
    }
    remembered += diary.other(1) ? 0 : 1;
    if (secondCooperation) {
      secondCooperation = false;
      return C;
    }
    int round = diary.rounds() + 1;
    if (deservesFreshStart(diary, round)) {
      lastFreshStart = round;
      punishment = 0;
      left = 0;
      remembered = 0;
      secondCooperation = true;
      return C;
    }
    if (left > 0) {
      left--;
      return D;
    }
    if (!diary.other(1)) {
      punishment++;
      left = punishment - 1;
      return D;
    }
    return C;
  }

  private boolean deservesFreshStart(Diary diary, int round) {
    boolean inTime = lastFreshStart == 0 || round - lastFreshStart >= 20;
    boolean ahead = ledger.own(diary) - ledger.others(diary) >= 10;
    boolean early = length.isEmpty() || length.getAsInt() - round >= 10;
    return inTime && ahead && early && diary.other(1) && farFromRandom(diary, remembered);
  }

  /** Three standard deviations from what a fair coin would bring. */
  static boolean farFromRandom(Diary diary, int defections) {
    double n = diary.rounds();
    return Math.abs(defections - n / 2) >= 3 * Math.sqrt(n) / 2;
  }
}
