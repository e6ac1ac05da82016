package org.ethogram.games.measures;

/** What lies behind a decision, in cooperation and defection. */
final class Past {
  private int rounds;
  private boolean selfCooperatedLast;
  private boolean othersCooperatedLast;
  private int othersDefections;
  private boolean selfDefectedBeforeProvocation;

  void add(boolean self, boolean others) {
    rounds++;
    selfCooperatedLast = self;
    othersCooperatedLast = others;
    selfDefectedBeforeProvocation |= othersDefections == 0 && !self;
    othersDefections += others ? 0 : 1;
  }

  int rounds() {
    return rounds;
  }

  boolean last(boolean self, boolean others) {
    return rounds > 0 && selfCooperatedLast == self && othersCooperatedLast == others;
  }

  boolean othersCooperatedLast() {
    return rounds > 0 && othersCooperatedLast;
  }

  boolean othersDefectedLast() {
    return rounds > 0 && !othersCooperatedLast;
  }

  /** In how many rounds the others have defected. */
  int othersDefections() {
    return othersDefections;
  }

  /** Whether the subject defected before it could have seen any defection. */
  boolean selfDefectedUnprovoked() {
    return selfDefectedBeforeProvocation;
  }
}
