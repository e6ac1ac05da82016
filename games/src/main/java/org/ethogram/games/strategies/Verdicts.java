package org.ethogram.games.strategies;

import static org.ethogram.games.strategies.Decider.C;
import static org.ethogram.games.strategies.Decider.D;
import static org.ethogram.games.strategies.Decider.move;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** How meta-players decide by what their members propose and would have gained. */
final class Verdicts {
  /** The share of a team that counts as its best. */
  private static final double BEST = 0.08;

  /** Until this round hunters cooperate where they smell no prey, later they play tit for tat. */
  private static final int HUNTING = 100;

  private Verdicts() {}

  static double majority(boolean[] cooperates, double[] scores, Diary diary) {
    return move(2 * cooperators(cooperates) >= cooperates.length);
  }

  static double minority(boolean[] cooperates, double[] scores, Diary diary) {
    return move(2 * cooperators(cooperates) <= cooperates.length);
  }

  /** A member drawn blindly decides. */
  static double mixture(boolean[] cooperates, double[] scores, Diary diary) {
    return cooperators(cooperates) / (double) cooperates.length;
  }

  static double hunter(boolean[] cooperates, double[] scores, Diary diary) {
    if (cooperators(cooperates) < cooperates.length) {
      return D;
    }
    return diary.rounds() > HUNTING ? Decider.titForTat(diary) : C;
  }

  /** Cooperates where one of those does who would have gained most. */
  static double winner(boolean[] cooperates, double[] scores, Diary diary) {
    double best = Arrays.stream(scores).max().orElse(0);
    return move(
        IntStream.range(0, scores.length)
            .anyMatch(member -> scores[member] == best && cooperates[member]));
  }

  /** One of the best is drawn; among equals the later ones of the team are better. */
  static double ensemble(boolean[] cooperates, double[] scores, Diary diary) {
    int best = Math.max(1, (int) (scores.length * BEST));
    long cooperators =
        IntStream.range(0, scores.length)
            .boxed()
            .sorted(
                Comparator.comparingDouble((Integer member) -> scores[member])
                    .thenComparing(Comparator.naturalOrder())
                    .reversed())
            .limit(best)
            .filter(member -> cooperates[member])
            .count();
    return cooperators / (double) best;
  }

  private static int cooperators(boolean[] cooperates) {
    int cooperators = 0;
    for (boolean one : cooperates) {
      cooperators += one ? 1 : 0;
    }
    return cooperators;
  }
}
