package org.ethogram.games.strategies;

/**
 * Plays tit for tat, tit for two tats or always defect, as the last two rounds suggest; the second
 * time it has chosen to defect it stays with it (Li & Kendall 2014).
 */
final class Mem2 implements Decider {
  private enum Part {
    TIT_FOR_TAT,
    TIT_FOR_TWO_TATS,
    ALWAYS_DEFECT
  }

  private Part part = Part.TIT_FOR_TAT;
  private int untilChange = 3;
  private int defections;

  @Override
  public double decide(Diary diary) {
    untilChange--;
    if (untilChange == 0 && defections < 2) {
      untilChange = 2;
      change(diary);
    }
    return switch (part) {
      case TIT_FOR_TAT -> Decider.titForTat(diary);
      case TIT_FOR_TWO_TATS -> Decider.move(!diary.otherEnds("DD"));
      case ALWAYS_DEFECT -> D;
    };
  }

  private void change(Diary diary) {
    boolean peace = diary.self(1) && diary.other(1) && diary.self(2) && diary.other(2);
    boolean echo =
        diary.self(1) != diary.other(1)
            && diary.self(2) != diary.other(2)
            && diary.self(1) != diary.self(2);
    part = peace ? Part.TIT_FOR_TAT : echo ? Part.TIT_FOR_TWO_TATS : Part.ALWAYS_DEFECT;
    defections += part == Part.ALWAYS_DEFECT ? 1 : 0;
  }
}
