package org.ethogram.games.strategies;

/**
 * Tit for tat that breaks deadlocks and echoes, and every 25 rounds defects against those who seem
 * random or hostile (Borufsen, in Axelrod 1980b).
 */
final class Borufsen implements Decider {
  private int cooperationsAfterC;
  private int cooperationsAfterD;
  private int deadlock;
  private int echo;
  private boolean forgiveNext;
  private boolean defecting;

  @Override
  public double decide(Diary diary) {
    if (diary.isEmpty()) {
      return C;
    }
    int round = diary.rounds() + 1;
    if (round >= 3 && diary.other(1)) {
      cooperationsAfterC += diary.self(2) ? 1 : 0;
      cooperationsAfterD += diary.self(2) ? 0 : 1;
    }
    if (round > 2 && round % 25 == 2 && review()) {
      return D;
    }
    return defecting ? D : titForTatWithoutFeuds(diary);
  }

  /** Judges the last 25 rounds; true when it has just returned from defecting. */
  private boolean review() {
    boolean before = defecting;
    int cooperations = cooperationsAfterC + cooperationsAfterD;
    boolean hostile = cooperations < 3;
    boolean random =
        cooperations >= 8 && cooperations <= 17 && cooperationsAfterC / (double) cooperations < 0.7;
    defecting = hostile || random;
    cooperationsAfterC = 0;
    cooperationsAfterD = 0;
    if (defecting) {
      deadlock = 0;
      echo = 0;
      forgiveNext = false;
    }
    return before && !defecting;
  }

  private double titForTatWithoutFeuds(Diary diary) {
    boolean self = diary.self(1);
    boolean other = diary.other(1);
    deadlock = !self && !other ? deadlock + 1 : 0;
    if (deadlock >= 3) {
      deadlock = 0;
      echo = 0;
      return C;
    }
    boolean selfBefore = diary.rounds() < 2 || diary.self(2);
    boolean otherBefore = diary.rounds() < 2 || diary.other(2);
    echo = self != other && self == otherBefore && other == selfBefore ? echo + 1 : 0;
    if (echo >= 3) {
      deadlock = 0;
      echo = 0;
      forgiveNext = true;
    }
    if (!other && forgiveNext) {
      forgiveNext = false;
      return C;
    }
    return Decider.titForTat(diary);
  }
}
