package org.ethogram.games.strategies;

/**
 * Goes by how often the other's move agrees with its own of the round before, and tries a defection
 * after long harmony (Richard Hufford, in Axelrod 1980b).
 */
final class RichardHufford implements Decider {
  private static final int NEVER = Integer.MAX_VALUE;

  private final boolean[] lastFourAgreed = {true, true, true, true};
  private int agreements = 2;
  private int streak = 2;
  private double streakNeeded = 21;
  private int trial = NEVER;
  private int cooperationsAfterTrial = 2;
  private int defectionsAfterTrial = 2;

  @Override
  public double decide(Diary diary) {
    if (diary.isEmpty()) {
      return C;
    }
    int round = diary.rounds() + 1;
    boolean other = diary.other(1);
    boolean agreed = other == (round <= 2 || diary.self(2));
    agreements += agreed ? 1 : 0;
    lastFourAgreed[diary.rounds() % 4] = agreed;
    if (round < trial) {
      streak = other ? streak + 1 : 0;
      if (streak >= streakNeeded) {
        trial = round;
        if (streak == streakNeeded) {
          return D;
        }
      }
    } else if (round == trial + 2) {
      trial = NEVER;
      cooperationsAfterTrial += other ? 1 : 0;
      defectionsAfterTrial += other ? 0 : 1;
      streakNeeded = Math.floor(20.0 * defectionsAfterTrial / cooperationsAfterTrial) + 1;
      streak = 0;
      return C;
    }
    return byAgreement(diary, agreements / (double) round);
  }

  private double byAgreement(Diary diary, double share) {
    int recent = 0;
    for (boolean agreed : lastFourAgreed) {
      recent += agreed ? 1 : 0;
    }
    if (share > 0.9 && recent >= 4) {
      return C;
    }
    return share >= 0.625 && recent >= 2 ? Decider.titForTat(diary) : D;
  }
}
