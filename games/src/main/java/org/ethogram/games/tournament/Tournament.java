package org.ethogram.games.tournament;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.ethogram.core.ErrorCode;
import org.ethogram.core.EthogramException;
import org.ethogram.core.Progress;
import org.ethogram.core.Seed;
import org.ethogram.games.Game;
import org.ethogram.games.play.Horizon;
import org.ethogram.games.strategies.DilemmaStrategy;

/**
 * A round robin: every strategy meets every other, several times (Axelrod 1980).
 *
 * <p>Results are added up as matches end, so memory grows with the pairs, not with the rounds. They
 * depend on the seed alone, whatever the number of threads.
 *
 * @param repetitions how often each pair meets, at least 1
 * @param noise the chance that an executed action is the opposite of the intended one
 * @param selfPlay whether each strategy also meets a copy of itself
 */
public record Tournament(
    Game game,
    List<DilemmaStrategy> field,
    Horizon horizon,
    int repetitions,
    double noise,
    boolean selfPlay) {
  public Tournament {
    field = List.copyOf(field);
    if (repetitions < 1 || field.isEmpty() || (field.size() == 1 && !selfPlay)) {
      throw new EthogramException(
          ErrorCode.INVALID_DATA,
          "tournament",
          field.size() + " strategies and " + repetitions + " repetitions",
          "Give at least two strategies and one repetition");
    }
  }

  /** Plays all meetings on the machine's cores. */
  public Standings play(Seed seed, Progress progress) {
    List<int[]> pairs = pairs();
    AtomicLong done = new AtomicLong();
    try (Progress.Task task = progress.begin("tournament", pairs.size(), "meetings")) {
      List<Meeting> meetings =
          pairs.parallelStream()
              .map(
                  pair -> {
                    Meeting meeting = meet(pair[0], pair[1], seed);
                    task.report(done.incrementAndGet(), Map.of());
                    return meeting;
                  })
              .toList();
      return new Standings(this, meetings);
    }
  }

  private List<int[]> pairs() {
    List<int[]> pairs = new ArrayList<>();
    for (int first = 0; first < field.size(); first++) {
      for (int second = first; second < field.size(); second++) {
        if (first != second || selfPlay) {
          pairs.add(new int[] {first, second});
        }
      }
    }
    return pairs;
  }

  private Meeting meet(int first, int second, Seed seed) {
    DilemmaMatch match =
        new DilemmaMatch(game, field.get(first), field.get(second), horizon, noise);
    Seed ofPair = seed.derive("meeting " + first + " " + second);
    Tally sum = new Tally();
    double[][] payoffs = new double[2][repetitions];
    Tally tally = match.play(ofPair.derive("repetition", 0));
    boolean alwaysTheSame = !tally.hadChance() && !(horizon instanceof Horizon.Geometric);
    for (int repetition = 0; repetition < repetitions; repetition++) {
      if (repetition > 0 && !alwaysTheSame) {
        tally = match.play(ofPair.derive("repetition", repetition));
      }
      sum.add(tally);
      for (int player = 0; player < 2; player++) {
        payoffs[player][repetition] = DilemmaMatch.payoff(game, tally, player) / tally.rounds();
      }
    }
    return new Meeting(first, second, sum, List.of(payoffs));
  }

  /**
   * All matches between two strategies of the field.
   *
   * @param payoffs mean payoff a round by player and repetition
   */
  record Meeting(int first, int second, Tally tally, List<double[]> payoffs) {}
}
