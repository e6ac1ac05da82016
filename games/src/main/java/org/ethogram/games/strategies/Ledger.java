package org.ethogram.games.strategies;

import org.ethogram.games.DilemmaPayoffs;

/** What the rounds in a diary were worth. */
record Ledger(DilemmaPayoffs payoffs) {
  double own(Diary diary) {
    return ofCooperating(diary) + ofDefecting(diary);
  }

  double others(Diary diary) {
    return payoffs.reward() * diary.count(true, true)
        + payoffs.temptation() * diary.count(true, false)
        + payoffs.sucker() * diary.count(false, true)
        + payoffs.punishment() * diary.count(false, false);
  }

  /** What the rounds brought in which this player cooperated. */
  double ofCooperating(Diary diary) {
    return payoffs.reward() * diary.count(true, true) + payoffs.sucker() * diary.count(true, false);
  }

  /** What the rounds brought in which this player defected. */
  double ofDefecting(Diary diary) {
    return payoffs.temptation() * diary.count(false, true)
        + payoffs.punishment() * diary.count(false, false);
  }
}
