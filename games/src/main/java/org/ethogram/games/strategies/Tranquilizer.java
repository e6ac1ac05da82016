package org.ethogram.games.strategies;

/**
 * Lulls the other with cooperation and slips in defections, more of them the less they were
 * answered (Feathers, in Axelrod 1980b).
 */
final class Tranquilizer implements Decider {
  private final Ledger ledger;
  private final double[] answer = {5, 0};
  private final int[] answers = {1, 1};
  private int sinceSlip;
  private int defectionsInARow;
  private boolean maySlip;

  Tranquilizer(Ledger ledger) {
    this.ledger = ledger;
  }

  @Override
  public double decide(Diary diary) {
    if (diary.isEmpty()) {
      return C;
    }
    if (maySlip && !diary.self(1)) {
      sinceSlip = 1;
    }
    maySlip = false;
    learn(diary);
    if (sinceSlip > 0) {
      return C;
    }
    double rounds = diary.rounds() + 1.0;
    double own = ledger.own(diary);
    if (own / rounds >= 2.25) {
      maySlip = true;
      double defected = diary.other(1) ? 0 : 0.25;
      return bounded(0.95 - (answer[0] + answer[1] - 5) / 15 + 1 / (rounds * rounds) - defected);
    }
    if (own / rounds >= 1.75) {
      return bounded(
          0.25
              + (diary.otherCooperations() + 1) / rounds
              - defectionsInARow * 0.25
              + (own - ledger.others(diary)) / 100
              + 4 / rounds);
    }
    return Decider.titForTat(diary);
  }

  /** Notes how the two rounds after a slip went. */
  private void learn(Diary diary) {
    defectionsInARow = diary.other(1) ? 0 : defectionsInARow + 1;
    if (sinceSlip > 0) {
      int which = sinceSlip - 1;
      double other = diary.other(1) ? 0 : 1;
      double self = diary.self(1) ? 0 : 1;
      double worth = 3 - 3 * other + 2 * self - other * self;
      answer[which] = (answer[which] * answers[which] + worth) / (answers[which] + 1);
      answers[which]++;
      sinceSlip = sinceSlip == 2 ? 0 : 2;
    }
  }

  private static double bounded(double probability) {
    return Math.clamp(probability, 0, 1);
  }
}
