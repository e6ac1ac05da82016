package org.ethogram.games.strategies;

/**
 * Expects the other to do what it mostly did after the same two moves, and does likewise; after 40
 * rounds it defects against the random (Yamachi, in Axelrod 1980b).
 *
 * <p>It remembers the moves that it intended before its test for randomness changed them.
 */
final class Yamachi implements Decider {
  /** How often the other moved so after its own move and this player's, indexed by three bits. */
  private final int[] seen = new int[8];

  private boolean lastIntended = true;
  private boolean intendedBefore = true;

  @Override
  public double decide(Diary diary) {
    int round = diary.rounds() + 1;
    if (round == 1) {
      return C;
    }
    boolean otherBefore = round < 3 || diary.other(2);
    if (round >= 3) {
      boolean otherThreeAgo = round < 4 || diary.other(3);
      seen[index(otherThreeAgo, intendedBefore, otherBefore)]++;
    }
    boolean cooperates =
        seen[index(otherBefore, lastIntended, true)]
            >= seen[index(otherBefore, lastIntended, false)];
    intendedBefore = lastIntended;
    lastIntended = cooperates;
    double defections = (diary.otherDefections() + 0.5) / round;
    boolean random = round > 40 && defections > 0.45 && defections < 0.55;
    return random ? D : Decider.move(cooperates);
  }

  private static int index(boolean other, boolean self, boolean next) {
    return (other ? 4 : 0) + (self ? 2 : 0) + (next ? 1 : 0);
  }
}
