package org.ethogram.games.strategies;

import static org.ethogram.games.strategies.Decider.C;
import static org.ethogram.games.strategies.Decider.move;

import java.util.List;
import org.ethogram.games.strategies.Strategies.Entry;

/** Strategies that look for others who can be exploited. */
final class Hunters {
  private Hunters() {}

  static List<Entry> entries() {
    return List.of(
        Draft.of("defector-hunter", "Karol Langner (Axelrod library)")
            .plays(diary -> move(diary.rounds() < 4 || diary.otherCooperations() > 0)),
        Draft.of("cooperator-hunter", "Karol Langner (Axelrod library)")
            .plays(diary -> move(diary.rounds() < 4 || diary.otherDefections() > 0)),
        Draft.of("alternator-hunter", "Karol Langner (Axelrod library)")
            .plays(
                diary ->
                    move(
                        diary.rounds() < 6
                            || !(diary.otherBegan("CDCDCD") || diary.otherBegan("DCDCDC")))),
        Draft.of("cycle-hunter", "Karol Langner (Axelrod library)").keepsState(CycleHunter::new),
        Draft.of("eventual-cycle-hunter", "Karol Langner (Axelrod library)")
            .keepsState(EventualCycleHunter::new),
        Draft.of("math-constant-hunter", "Karol Langner (Axelrod library)")
            .plays(Hunters::mathConstantHunter),
        Draft.of("random-hunter", "Karol Langner (Axelrod library)").keepsState(RandomHunter::new),
        Draft.of("tricky-cooperator", "Karol Langner (Axelrod library)")
            .memory(10)
            .plays(diary -> move(diary.rounds() < 3 || diary.otherDefectionsInLast(10) > 0)),
        Draft.of("tricky-defector", "Karol Langner (Axelrod library)")
            .plays(diary -> move(diary.otherCooperations() > 0 && diary.otherEnds("DDD"))));
  }

  /** Defects where cooperation is as frequent in early, middle and late rounds. */
  private static double mathConstantHunter(Diary diary) {
    int n = diary.rounds();
    if (n < 8 || diary.otherCooperations() == 0 || diary.otherDefections() == 0) {
      return C;
    }
    double early = cooperation(diary, 0, n / 2);
    double middle = cooperation(diary, n / 4, 3 * n / 4);
    double late = cooperation(diary, n / 2, n);
    return move(!(Math.abs(early - middle) < 0.2 && Math.abs(early - late) < 0.2));
  }

  private static double cooperation(Diary diary, int from, int to) {
    int defections = diary.selfDefectionsBetween(from, to) + diary.otherDefectionsBetween(from, to);
    return 0.5 * (2 * (to - from) - defections) / (to - from);
  }

  /**
   * The length of the shortest cycle that the other's moves since an index repeat, or 0; a cycle
   * shows when it has come up twice.
   */
  static int cycle(Diary diary, int from, int shortest) {
    int moves = diary.rounds() - from;
    for (int length = shortest; length <= Math.min(moves / 2, 12); length++) {
      boolean repeats = true;
      for (int index = from + length; index < diary.rounds() && repeats; index++) {
        repeats = diary.otherAt(index) == diary.otherAt(index - length);
      }
      if (repeats) {
        return length;
      }
    }
    return 0;
  }

  private static final class CycleHunter implements Decider {
    private boolean found;

    @Override
    public double decide(Diary diary) {
      boolean mixed = diary.otherDefections() > 0 && diary.otherCooperations() > 0;
      found = found || (mixed && cycle(diary, 0, 3) > 0);
      return move(!found);
    }
  }

  private static final class EventualCycleHunter implements Decider {
    private boolean found;

    @Override
    public double decide(Diary diary) {
      if (diary.rounds() < 10 || diary.otherDefections() == 0) {
        return C;
      }
      if (diary.rounds() % 10 == 0) {
        found = cycle(diary, 10, 3) > 0;
      }
      return move(!found);
    }
  }

  /** Defects where the other's moves do not seem to depend on its own. */
  private static final class RandomHunter implements Decider {
    private int cooperationsAnswered;
    private int defectionsAnswered;

    @Override
    public double decide(Diary diary) {
      if (diary.rounds() > 1) {
        cooperationsAnswered += diary.self(2) && diary.other(1) ? 1 : 0;
        defectionsAnswered += !diary.self(2) && !diary.other(1) ? 1 : 0;
      }
      boolean enough = diary.selfCooperations() > 5 || diary.selfDefections() > 5;
      return move(
          !(diary.rounds() > 10
              && enough
              && seemsRandom(cooperationsAnswered, diary.selfCooperations())
              && seemsRandom(defectionsAnswered, diary.selfDefections())));
    }

    private static boolean seemsRandom(int answered, int moves) {
      return moves <= 5 || Math.abs(answered / (double) moves - 0.5) < 0.25;
    }
  }
}
