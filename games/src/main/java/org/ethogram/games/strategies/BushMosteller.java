package org.ethogram.games.strategies;

import org.ethogram.games.DilemmaPayoffs;

/** Does again what brought more than it aspired to (Izquierdo & Izquierdo 2008). */
final class BushMosteller implements Decider {
  private static final double LEARNING_RATE = 0.5;

  private final DilemmaPayoffs payoffs;
  private final double best;
  private final double aspiration;
  private double cooperate = 0.5;
  private double defect = 0.5;

  BushMosteller(DilemmaPayoffs payoffs) {
    this.payoffs = payoffs;
    this.best =
        Math.max(
            Math.max(payoffs.reward(), payoffs.sucker()),
            Math.max(payoffs.temptation(), payoffs.punishment()));
    this.aspiration = Math.abs(best / 3);
  }

  @Override
  public double decide(Diary diary) {
    if (!diary.isEmpty()) {
      learn(diary.self(1), diary.other(1));
    }
    return cooperate / (cooperate + defect);
  }

  private void learn(boolean self, boolean other) {
    double gained = Payoffs.gained(payoffs, self, other);
    double stimulus = Math.max(-1, (gained - aspiration) / Math.abs(best - aspiration));
    if (self) {
      cooperate += LEARNING_RATE * stimulus * (stimulus >= 0 ? 1 - cooperate : cooperate);
    } else {
      defect += LEARNING_RATE * stimulus * (stimulus >= 0 ? 1 - defect : defect);
    }
  }
}
