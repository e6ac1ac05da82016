package org.ethogram.games.strategies;

import java.util.List;
import org.ethogram.games.strategies.Belief.Course;
import org.ethogram.games.strategies.Strategies.Entry;

/** Strategies with draws that their moves do not show. */
final class Forgetful {
  private static final double[][] AFTER_C = {
    {1, 0, 0, 0, 0},
    {0, 1, 0, 0, 0},
    {0, 1, 0, 0, 0},
    {0.631, 0, 0, 0.369, 0},
    {0.143, 0.018, 0.118, 0, 0.721}
  };
  private static final double[][] AFTER_D = {
    {0, 1, 0, 0, 0},
    {0, 0.487, 0.513, 0, 0},
    {0, 0, 0, 0.59, 0.41},
    {1, 0, 0, 0, 0},
    {0, 0.287, 0.456, 0.146, 0.111}
  };

  private Forgetful() {}

  static List<Entry> entries() {
    return List.of(
        Draft.of("evolved-hmm-5", "Harper et al. 2017")
            .stochastic()
            .keepsState(
                () -> {
                  double[] cooperation = {1, 0, 0, 1, 0.111};
                  return new Belief<>(3, new HiddenMarkov(AFTER_C, AFTER_D, cooperation));
                }),
        Draft.of("forgetful-fool-me-once", "Marc Harper (Axelrod library)")
            .stochastic()
            .parameters("(p), the chance p of forgetting in a round, 0.05 unless given")
            .takes(
                0,
                1,
                arguments -> {
                  double forgetting = arguments.probability(0, 0.05);
                  return new DiaryStrategy(
                      arguments.fullName(),
                      _ ->
                          new Belief<>(
                              0, (counted, diary) -> foolMeOnce(counted, diary, forgetting)));
                }),
        Draft.of("memory-decay", "Axelrod library")
            .stochastic()
            .keepsState(() -> new Belief<>(MemoryDecay.EMPTY, new MemoryDecay())));
  }

  /** Defects from the second defection that it counts on; now and then it forgets the count. */
  private static List<Course<Integer>> foolMeOnce(int counted, Diary diary, double forgetting) {
    if (diary.isEmpty()) {
      return Course.certain(true, 0);
    }
    int count = diary.other(1) ? counted : Math.min(2, counted + 1);
    return List.of(
        new Course<>(1 - forgetting, count < 2, count), new Course<>(forgetting, true, 0));
  }
}
