package org.ethogram.games.strategies;

/**
 * Keeps a mood that every outcome moves, and cooperates but for slips while the mood is from -1 to
 * below 1 (Hauert & Stenull 2002).
 *
 * @param afterCD what being exploited adds to the mood
 * @param afterDC what exploiting adds
 * @param afterDD what mutual defection adds; mutual cooperation adds nothing
 */
record Adaptor(double afterCD, double afterDC, double afterDD) {
  private static final double SLIP = 0.01;

  Decider decider() {
    return new Decider() {
      private double mood;

      @Override
      public double decide(Diary diary) {
        if (!diary.isEmpty()) {
          mood += change(diary.self(1), diary.other(1));
        }
        return mood >= -1 && mood < 1 ? 1 - SLIP : SLIP;
      }
    };
  }

  private double change(boolean self, boolean other) {
    if (self) {
      return other ? 0 : afterCD;
    }
    return other ? afterDC : afterDD;
  }
}
