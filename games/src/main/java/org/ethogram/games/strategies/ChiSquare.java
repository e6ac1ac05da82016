package org.ethogram.games.strategies;

/** The test by which entrants of Axelrod's tournaments told random players from others. */
final class ChiSquare {
  /** The 95th percentile of chi-square with one degree of freedom. */
  private static final double CRITICAL = 3.841458820694124;

  private ChiSquare() {}

  /** Whether the other's cooperations and defections may well be equally probable. */
  static boolean looksRandom(Diary diary) {
    double difference = diary.otherCooperations() - diary.otherDefections();
    return difference * difference / diary.rounds() <= CRITICAL;
  }
}
