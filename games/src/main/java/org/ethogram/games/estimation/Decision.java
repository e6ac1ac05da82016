package org.ethogram.games.estimation;

/**
 * How probable an observed action is to a strategy.
 *
 * @param meant that the strategy means to do it
 * @param slipped that it is what a slip of the hand does, every other action than the meant one
 *     being equally probable
 */
record Decision(double meant, double slipped) {
  static Decision of(double[] intended, int action) {
    double meant = intended[action];
    return new Decision(meant, intended.length == 1 ? meant : (1 - meant) / (intended.length - 1));
  }

  /** With a hand that slips with this chance. */
  double probability(double tremble) {
    return (1 - tremble) * meant + tremble * slipped;
  }

  /** Whether the strategy left nothing to chance. */
  boolean isCertain() {
    return meant == 0 || meant == 1;
  }
}
