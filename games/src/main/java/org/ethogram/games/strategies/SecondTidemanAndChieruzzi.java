package org.ethogram.games.strategies;

import org.ethogram.games.DilemmaPayoffs;

/**
 * Cooperates while it is ahead by what the other's runs of defections have cost it in trust, and
 * gives fresh starts (Tideman & Chieruzzi, in Axelrod 1980b).
 */
final class SecondTidemanAndChieruzzi implements Decider {
  private final DilemmaPayoffs payoffs;
  private double lead;
  private double leadNeeded;
  private double nextIncrease;
  private int lastFreshStart;
  private boolean freshStart;

  SecondTidemanAndChieruzzi(DilemmaPayoffs payoffs) {
    this.payoffs = payoffs;
  }

  @Override
  public double decide(Diary diary) {
    if (diary.isEmpty()) {
      return C;
    }
    int round = diary.rounds() + 1;
    lead += gain(diary.self(1), diary.other(1));
    if (freshStart) {
      lead = 0;
      leadNeeded = 0;
      nextIncrease = 0;
      lastFreshStart = round;
      freshStart = false;
      return C;
    }
    boolean runBegins = !diary.other(1) && (diary.rounds() < 2 || diary.other(2));
    if (runBegins) {
      leadNeeded += nextIncrease;
      nextIncrease += 5;
    }
    if (lead >= leadNeeded) {
      return C;
    }
    freshStart =
        !runBegins
            && round - lastFreshStart >= 10
            && TidemanAndChieruzzi.farFromRandom(diary, diary.otherDefections());
    return Decider.move(freshStart);
  }

  private double gain(boolean self, boolean other) {
    double exploited = payoffs.temptation() - payoffs.sucker();
    return self == other ? 0 : self ? -exploited : exploited;
  }
}
